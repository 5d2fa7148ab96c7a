import { sql } from "drizzle-orm";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { inTenant } from "@/db/tenancy";
import { voidInvoice } from "@/lib/domain/billing/corrections";
import type { DraftLine } from "@/lib/domain/billing/documents";
import { putEntityLocations } from "@/lib/domain/billing/entities";
import { recognizeThrough, revenueRecognition } from "@/lib/domain/billing/ledger/recognition";
import { fixedClock } from "@/lib/kernel/clock";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { civilDayOf } from "@/lib/values/day-number";
import { roundHalfUp } from "@/lib/values/money";
import { issueAt, line } from "@/tests/support/billing/issue";
import { newEntity } from "@/tests/support/billing/settings";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { asJob } from "@/tests/support/jobs/as-job";

const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });

const recognize = (gym: Gym, through: CalendarDay) =>
  inTenant(inGym(gym), (db) =>
    recognizeThrough(
      { db, organization_id: gym.organization_id, now: Temporal.Instant.from("2026-03-01T09:00:00Z") },
      { id: gym.location_id, name: "Main", time_zone: "Europe/Berlin" },
      through,
    ),
  );

/** The recognition entries as "day account amount". */
const booked = (gym: Gym) =>
  inTenant(inGym(gym), async (db) => {
    const { rows } = await db.execute<{ booking: string }>(sql`
      select concat_ws(' ', e.booked_on, l.account, l.amount_minor) as booking from journal_entries e
      join journal_lines l on l.organization_id = e.organization_id and l.entry_id = e.id
      where e.organization_id = ${gym.organization_id} and l.organization_id = ${gym.organization_id}
        and e.fact like 'recognition:%'
      order by e.booked_on, l.account`);
    return rows.map(({ booking }) => booking);
  });

const voidAt = (gym: Gym, id: string, at: string) =>
  voidInvoice({ ...gym.people.gym_owner.caller, clock: fixedClock(at) }, { id, reason: "Test" });

const period = (from_on: CalendarDay, to_on: CalendarDay, list_minor: number, discount_minor = 0): DraftLine =>
  line({ from_on, to_on, due_on: from_on, list_minor, discount_minor });

test("a period becomes revenue day by day, and the days sum to its price", async () => {
  const gym = await newGym();
  await issueAt(gym, "2026-03-02T09:00:00Z", [[period("2026-03-02", "2026-03-04", 1_000)]]);
  expect(await recognize(gym, "2026-03-06")).toBe(3);
  expect(await booked(gym)).toEqual([
    "2026-03-02 deferred_revenue 333",
    "2026-03-02 revenue -333",
    "2026-03-03 deferred_revenue 334",
    "2026-03-03 revenue -334",
    "2026-03-04 deferred_revenue 333",
    "2026-03-04 revenue -333",
  ]);
});

test("the days before the document was issued are booked on its day", async () => {
  const gym = await newGym();
  await issueAt(gym, "2026-03-03T09:00:00Z", [[period("2026-03-02", "2026-03-04", 900)]]);
  await recognize(gym, "2026-03-04");
  expect(await booked(gym)).toEqual([
    "2026-03-03 deferred_revenue 600",
    "2026-03-03 revenue -600",
    "2026-03-04 deferred_revenue 300",
    "2026-03-04 revenue -300",
  ]);
});

test("a discount is booked in the proportion of the days, so that revenue is at the list price", async () => {
  const gym = await newGym();
  await issueAt(gym, "2026-03-02T09:00:00Z", [[period("2026-03-02", "2026-03-03", 1_000, 200)]]);
  await recognize(gym, "2026-03-02");
  expect(await booked(gym)).toEqual([
    "2026-03-02 deferred_revenue 400",
    "2026-03-02 discounts 100",
    "2026-03-02 revenue -500",
  ]);
});

test("a credit note takes back as refunds, not as revenue", async () => {
  const gym = await newGym();
  await issueAt(gym, "2026-03-02T09:00:00Z", [[period("2026-03-02", "2026-03-03", -600)]]);
  await recognize(gym, "2026-03-03");
  expect(await booked(gym)).toEqual([
    "2026-03-02 deferred_revenue -300",
    "2026-03-02 refunds 300",
    "2026-03-03 deferred_revenue -300",
    "2026-03-03 refunds 300",
  ]);
});

test("a day that is run again books nothing, and a document that came late is made up for by the next day", async () => {
  const gym = await newGym();
  await issueAt(gym, "2026-03-02T09:00:00Z", [[period("2026-03-02", "2026-03-04", 300)]]);
  await recognize(gym, "2026-03-02");
  await issueAt(gym, "2026-03-02T10:00:00Z", [[period("2026-03-02", "2026-03-03", 40)]]);
  expect([await recognize(gym, "2026-03-02"), await recognize(gym, "2026-03-03")]).toEqual([0, 1]);
  expect((await booked(gym)).filter((text) => text.includes(" revenue "))).toEqual([
    "2026-03-02 revenue -100",
    "2026-03-03 revenue -140",
  ]);
});

test("two runs at once book a day once", async () => {
  const gym = await newGym();
  await issueAt(gym, "2026-03-02T09:00:00Z", [[period("2026-03-02", "2026-03-11", 1_000)]]);
  const entries = await Promise.all(Array.from({ length: 4 }, () => recognize(gym, "2026-03-05")));
  expect(entries.reduce((sum, count) => sum + count, 0)).toBe(4);
  expect(await booked(gym)).toHaveLength(8);
});

test("the schedule of a day books the day before, in the zone of the location", async () => {
  const gym = await newGym();
  await issueAt(gym, "2026-03-02T09:00:00Z", [[period("2026-03-02", "2026-03-04", 300)]]);
  const location = { id: gym.location_id, name: "Main", time_zone: "Europe/Berlin" };
  const done = await asJob(gym, "2026-03-04T01:30:00Z", (ctx) =>
    revenueRecognition.run(ctx, { location, run_on: "2026-03-04" }),
  );
  expect(done).toEqual({ found: 2, acted: 2 });
  expect((await booked(gym)).at(-1)).toBe("2026-03-03 revenue -100");
});

test("each currency and each legal entity has an entry of its own", async () => {
  const gym = await newGym();
  const day = [period("2026-03-02", "2026-03-02", 100)];
  await issueAt(gym, "2026-03-02T09:00:00Z", [day]);
  await issueAt(gym, "2026-03-02T09:00:00Z", [day], { currency: "JPY" });
  const { id } = await newEntity(gym);
  await putEntityLocations(gym.people.gym_owner.caller, { id, location_ids: [gym.location_id] });
  await issueAt(gym, "2026-03-02T10:00:00Z", [day]);
  expect(await recognize(gym, "2026-03-02")).toBe(3);
});

test("what was earned by a voided document is taken back on the day of the void", async () => {
  const gym = await newGym();
  const [issued] = await issueAt(gym, "2026-03-02T09:00:00Z", [[period("2026-03-02", "2026-03-31", 3_000)]]);
  await recognize(gym, "2026-03-03");
  // 00:30 on 5 March in Berlin.
  await voidAt(gym, issued?.id ?? "", "2026-03-04T23:30:00Z");
  await recognize(gym, "2026-03-08");
  expect((await booked(gym)).filter((text) => text.includes(" revenue "))).toEqual([
    "2026-03-02 revenue -100",
    "2026-03-03 revenue -100",
    "2026-03-04 revenue -100",
    "2026-03-05 revenue 300",
  ]);
});

/** What a line has earned through a day. */
function earned(amount: number, { from_on, to_on }: { from_on: CalendarDay; to_on: CalendarDay }, day: CalendarDay) {
  const days = dayNumber(to_on) - dayNumber(from_on) + 1;
  const through = Math.min(Math.max(dayNumber(day) - dayNumber(from_on) + 1, 0), days);
  return Number(roundHalfUp({ numerator: BigInt(amount) * BigInt(through), denominator: BigInt(days) }));
}

type Fact = Record<"issued_on" | "from_on" | "to_on", CalendarDay> & {
  voided_on: CalendarDay | null;
  net: number;
  discount: number;
};

const dayNumber = (day: CalendarDay): number => {
  const { year, month, day: of_month } = civilDayOf(day);
  return Date.UTC(year, month - 1, of_month) / 86_400_000;
};

test("the entries of every day are those of the definition, run day by day or all at once", {
  timeout: 120_000,
}, async () => {
  const start = "2026-02-20";
  const offset = fc.integer({ min: -40, max: 40 });
  const documentArbitrary = fc.record({
    issued: fc.integer({ min: 0, max: 40 }),
    from: offset,
    days: fc.integer({ min: 1, max: 45 }),
    list: fc.integer({ min: -5_000, max: 5_000 }).filter((amount) => amount !== 0),
    discount_percent: fc.constantFrom(0, 0, 10, 33),
    voided: fc.option(fc.integer({ min: 0, max: 45 })),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(documentArbitrary, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (documents, daily) => {
        const gym = await newGym();
        const facts: Fact[] = [];
        for (const { issued, from, days, list, discount_percent, voided } of documents) {
          const issued_on = addDays(start, issued);
          const [from_on, to_on] = [addDays(start, from), addDays(start, from + days - 1)];
          const discount = Math.trunc((list * discount_percent) / 100);
          const [document] = await issueAt(gym, `${issued_on}T11:00:00Z`, [[period(from_on, to_on, list, discount)]]);
          const asked_on = voided !== null && voided >= issued ? addDays(start, voided) : null;
          // A credit note, and an invoice that account credit paid a part of, cannot be voided.
          const isVoid =
            asked_on !== null &&
            (await voidAt(gym, document?.id ?? "", `${asked_on}T12:00:00Z`).then(
              () => true,
              () => false,
            ));
          const voided_on = isVoid ? asked_on : null;
          facts.push({ issued_on, voided_on, from_on, to_on, net: list - discount, discount });
        }
        const last = addDays(start, 50);
        if (daily) for (let day = start; day <= last; day = addDays(day, 1)) await recognize(gym, day);
        else await recognize(gym, last);
        const expected: string[] = [];
        const total = (day: CalendarDay, account: string) =>
          facts
            .filter(({ issued_on, voided_on }) => issued_on <= day && (voided_on === null || voided_on > day))
            .reduce((sum, fact) => {
              const [net, discount] = [earned(fact.net, fact, day), earned(fact.discount, fact, day)];
              if (account === "deferred_revenue") return sum + net;
              if (account === "discounts") return sum + discount;
              return account === (fact.net < 0 ? "refunds" : "revenue") ? sum - net - discount : sum;
            }, 0);
        for (let day = start; day <= last; day = addDays(day, 1)) {
          for (const account of ["deferred_revenue", "discounts", "refunds", "revenue"]) {
            const change = total(day, account) - total(addDays(day, -1), account);
            if (change !== 0) expected.push(`${day} ${account} ${change}`);
          }
        }
        expect(await booked(gym)).toEqual(expected);
      },
    ),
    { numRuns: 12 },
  );
});
