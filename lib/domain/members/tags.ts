import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/members/members";
import { operation } from "@/lib/kernel/operation";
import { conditions } from "./search/filters";

export const listMemberTags = operation(contracts.listMemberTags, async (ctx) => {
  const { rows } = await ctx.db.execute<{ tag: string; members: number }>(sql`
    select tag, count(*)::int as members from members m cross join unnest(m.tags) tag
    where ${conditions({}, ctx)} and m.tags <> '{}' group by tag order by members desc, tag limit 500`);
  return { data: rows };
});
