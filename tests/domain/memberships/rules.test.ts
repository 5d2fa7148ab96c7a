import { type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { membershipFreezes, membershipPlans, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as inSql from "@/lib/domain/memberships/rules";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { currentOrNextFreeze, freezeOn } from "@/lib/values/membership-rules/freeze";
import { hasEnded, isUsedUp, membershipStatusOn } from "@/lib/values/membership-rules/status";
import { endsWithin, hasBegun, lastDay, lastsTo } from "@/lib/values/membership-rules/term";
import { planKinds } from "@/lib/values/statuses";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { type History, history } from "@/tests/support/gym/membership-histories";

const days = Array.from({ length: 15 }, (_, n) => addDays("2026-03-05", 2 * n - 14));
const expiring_days = 5;

/** Every rule over one membership and one day, as the pure module says it. `others`: the member's other memberships. */
const inTypeScript = (one: History, day: CalendarDay, others: History[]) => ({
  status: membershipStatusOn(one, day),
  last_day: lastDay(one),
  begun: hasBegun(one, day),
  lasts: lastsTo(one, day),
  not_cancelled: one.cancelled_on === null || day < one.cancelled_on,
  frozen: freezeOn(one, day) !== null,
  freeze: currentOrNextFreeze(one, day),
  freezes: [...one.freezes],
  used_up: isUsedUp(one),
  ended: hasEnded(one, day),
  ends_within: endsWithin(one, day, expiring_days),
  ends_by_term: one.cancelled_on === null && !isUsedUp(one) && !freezeOn(one, day),
  renewed: others.some(
    (other) =>
      other.cancelled_on === null &&
      one.ends_on !== null &&
      (other.ends_on === null || other.ends_on > one.ends_on) &&
      other.kind !== "day_pass" &&
      !isUsedUp(other),
  ),
});

const day = sql`d.day`;
const fragments: Record<keyof ReturnType<typeof inTypeScript>, SQL> = {
  status: inSql.membershipStatusOn("ms", day),
  last_day: inSql.lastDayOf("ms"),
  begun: inSql.hasBegun("ms", day),
  lasts: inSql.lastsTo("ms", day),
  not_cancelled: inSql.notCancelledOn("ms", day),
  frozen: inSql.isFrozenOn("ms", day),
  freeze: inSql.currentOrNextFreeze("ms", day),
  freezes: sql`(select coalesce(json_agg(one order by one->>'from_on'), '[]')
    from json_array_elements(${inSql.freezesJson("ms")}) one)`,
  used_up: inSql.isUsedUp("ms", "p"),
  ended: inSql.hasEnded("found", day),
  ends_within: inSql.endsWithin("ms", day, expiring_days),
  ends_by_term: inSql.endsByTerm("ms", "p", day),
  renewed: sql`ms.ends_on is not null and ${inSql.isRenewed("ms")}`,
};

/** All answers of the database in one statement: an object for each membership and day. */
async function answersOf({ organization_id }: Gym) {
  const answers = sql.join(
    Object.entries(fragments).map(([name, fragment]) => sql`${name}::text, ${fragment}`),
    sql`, `,
  );
  const { rows } = await inTenant({ organization_id, user_id: null }, (db) =>
    db.execute<{ id: string; day: string; answers: unknown }>(sql`
      select ms.id, d.day::text, json_build_object(${answers}) as answers
      from memberships ms
      join membership_plans p on p.organization_id = ms.organization_id and p.id = ms.plan_id
      cross join unnest(${sql.param(days)}::date[]) as d (day)
      left join membership_freezes f on ${inSql.isFreezeOf("f", "ms", day)}
      cross join lateral (
        select ms.ends_on, ms.cancelled_on, f.id is not null as is_frozen, ${inSql.isUsedUp("ms", "p")} as is_used_up
      ) found
      where ms.organization_id = ${organization_id}`),
  );
  return new Map(rows.map((row) => [`${row.id} ${row.day}`, row.answers]));
}

async function store(gym: Gym, members: [string, Map<string, History>][]): Promise<void> {
  const { organization_id, location_id } = gym;
  const price = { price_minor: 5900, currency: "EUR" };
  const plans = new Map(planKinds.map((kind) => [kind, newId()]));
  const all = members.flatMap(([member_id, held]) => [...held].map(([id, one]) => ({ id, member_id, ...one })));
  await inTenant({ organization_id, user_id: null }, async (db) => {
    await db.insert(membershipPlans).values(
      [...plans].map(([kind, id]) => ({
        id,
        organization_id,
        name: kind,
        kind,
        interval_unit: "month" as const,
        ...price,
      })),
    );
    await db.insert(memberships).values(
      all.map(({ kind, freezes: _, ...row }) => ({
        ...row,
        ...price,
        organization_id,
        location_id,
        plan_id: plans.get(kind) ?? "",
        plan_name: kind,
        anchor_day: 1,
        cancelled_at: row.cancelled_on && "2026-01-01T00:00:00Z",
      })),
    );
    await db
      .insert(membershipFreezes)
      .values(
        all.flatMap(({ id, freezes }) => freezes.map((freeze) => ({ ...freeze, organization_id, membership_id: id }))),
      );
  });
}

test("E16 the pure rules and their SQL give the same answers for every history on every day", async () => {
  const gym = await newGym();
  const histories = fc.sample(fc.array(history, { minLength: 1, maxLength: 3 }), { numRuns: 150, seed: 7 });
  const ids = await Promise.all(histories.map(() => newMember(gym)));
  const members = histories.map((held, n): [string, Map<string, History>] => [
    ids[n] ?? "",
    new Map(held.map((one) => [newId(), one])),
  ]);
  await store(gym, members);

  const expected = members.flatMap(([, held]) =>
    [...held].flatMap(([id, one]) => {
      const others = [...held.values()].filter((other) => other !== one);
      return days.map((on) => [`${id} ${on}`, inTypeScript(one, on, others)] as const);
    }),
  );
  const found = await answersOf(gym);
  expect(found.size).toBe(expected.length);
  for (const [key, answers] of expected) expect([key, found.get(key)]).toEqual([key, answers]);
  for (const name of ["status", "frozen", "ended", "ends_within", "ends_by_term", "renewed", "used_up"] as const) {
    const seen = new Set(expected.map(([, answers]) => answers[name]));
    expect([name, seen.size], "every answer occurs").toEqual([name, name === "status" ? 5 : 2]);
  }
});
