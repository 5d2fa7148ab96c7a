import { seedLarge } from "@/db/seed/large";
import { withConnection } from "@/scripts/database/connect";
import { cloneDatabase, discard, startThrowAway } from "@/scripts/postgres/throw-away";

const c = await startThrowAway();
try {
  const db = await cloneDatabase(c, "try");
  const t = performance.now();
  let last = "",
    lt = t;
  await seedLarge(
    {
      owner_url: db.owner_url,
      scale: { members: Number(process.argv[2]), visits: Number(process.argv[3]), small_gyms: 3 },
    },
    (l) => {
      if (l !== last) {
        console.log(((performance.now() - lt) / 1000).toFixed(1), last);
        last = l;
        lt = performance.now();
      }
    },
  );
  console.log("took", performance.now() - t);
  await withConnection(db.owner_url, async (cl) => {
    const q = async (s: string) => {
      console.table((await cl.query(s)).rows);
    };
    await q(
      "select o.slug, (select count(*) from members m where m.organization_id=o.id) members, (select count(*) from check_ins m where m.organization_id=o.id) ci, (select count(*) from memberships m where m.organization_id=o.id) ms from organizations o",
    );
    await q("select last_name, count(*) from members group by 1 order by 2 desc limit 5");
    await q("select pg_size_pretty(pg_database_size(current_database()))");
    await q("select sum(visits), (select sum(visits) from visit_hours) f from member_activity");
  });
} finally {
  await discard(c);
}
