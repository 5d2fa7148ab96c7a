import fc from "fast-check";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MonthFigures } from "@/components/insight/dashboard/month-figures";
import { MemberTabs } from "@/components/members/member-tabs";
import { newId } from "@/db/id";
import { members, membershipFreezes, membershipPlans, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { countMembers, listMembers, searchColumns } from "@/lib/domain/members";
import { memberStatusOn, type StatusMembership } from "@/lib/domain/members/member-status";
import type { Caller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { addDays } from "@/lib/values/calendar-day";
import { currentStatuses, type MemberStatus, memberStatuses, planKinds } from "@/lib/values/statuses";
import { type Debt, owe } from "@/tests/support/gym/debts";
import { setPolicies } from "@/tests/support/gym/front-desk";
import { type Gym, newGym, newLocation } from "@/tests/support/gym/gym";

const clock = fixedClock("2026-03-05T20:00:00Z");
/** At that instant it is the 5th in Berlin and already the 6th in Auckland. */
const days = { "Europe/Berlin": "2026-03-05", "Pacific/Auckland": "2026-03-06" };

const near = fc.integer({ min: -20, max: 20 }).map((days) => addDays("2026-03-05", days));
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2, nil: null });

const membership: fc.Arbitrary<StatusMembership> = fc
  .record({
    kind: fc.constantFrom(...planKinds),
    starts_on: fc.integer({ min: -60, max: 4 }).map((days) => addDays("2026-03-05", days)),
    lasts: rarely(fc.integer({ min: 0, max: 80 })),
    cancelled_on: rarely(near),
    unpaid_due_on: fc.option(near, { freq: 5, nil: null }),
    sessions: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 2, nil: null }),
    freeze: fc.option(fc.tuple(near, rarely(fc.integer({ min: 0, max: 20 }))), { freq: 3, nil: null }),
  })
  .map(({ lasts, sessions, freeze, starts_on, ...rest }) => ({
    ...rest,
    starts_on,
    plan_name: "Plan",
    next_bill_on: null,
    anchor_day: 1,
    interval_unit: "month" as const,
    interval_count: 1,
    ends_on: lasts === null ? null : addDays(starts_on, lasts),
    sessions_included: sessions === null ? null : 10,
    sessions_used: sessions ?? 0,
    freezes: freeze ? [{ from_on: freeze[0], to_on: freeze[1] === null ? null : addDays(freeze[0], freeze[1]) }] : [],
  }));

test("B4 the database decides every member's status as the pure rule does, on the day of the home location", async () => {
  const gym = await newGym({ clock });
  const { organization_id } = gym;
  const places = [
    { id: gym.location_id, day: days["Europe/Berlin"] },
    { id: await newLocation(gym, "Auckland", "Pacific/Auckland"), day: days["Pacific/Auckland"] },
  ];
  const plans = new Map(planKinds.map((kind) => [kind, newId()]));
  const histories = fc.sample(fc.array(membership, { maxLength: 4 }), { numRuns: 400, seed: 42 });
  const held = new Map<string, { history: StatusMembership[]; day: string }>();
  const debts: Debt[] = [];

  await inTenant({ organization_id, user_id: null }, async (db) => {
    const price = { price_minor: 5900, currency: "EUR", interval_unit: "month" as const };
    await db
      .insert(membershipPlans)
      .values([...plans].map(([kind, id]) => ({ id, organization_id, name: kind, kind, ...price })));
    for (const [index, history] of histories.entries()) {
      const { id: location_id, day } = places[index % 2] as (typeof places)[0];
      const member_id = newId();
      held.set(member_id, { history, day });
      const name = { first_name: `Member ${index}` };
      await db.insert(members).values({
        id: member_id,
        organization_id,
        member_code: `P-${index}`,
        home_location_id: location_id,
        joined_on: "2025-01-01",
        ...name,
        ...searchColumns(name),
      });
      for (const { kind, freezes, unpaid_due_on, interval_unit: _, interval_count: __, ...row } of history) {
        const id = newId();
        if (unpaid_due_on) debts.push({ member_id, membership_id: id, due_on: unpaid_due_on });
        const cancelled_at = row.cancelled_on && "2026-01-01T00:00:00Z";
        await db.insert(memberships).values({
          id,
          organization_id,
          member_id,
          location_id,
          plan_id: plans.get(kind) ?? "",
          price_minor: 5900,
          currency: "EUR",
          cancelled_at,
          ...row,
        });
        for (const freeze of freezes) {
          await db.insert(membershipFreezes).values({ id: newId(), organization_id, membership_id: id, ...freeze });
        }
      }
    }
  });

  await owe(gym, debts);

  for (const expiring_days of [14, 8, 40]) {
    await setPolicies(gym, { expiring_days });
    const judged = [...held].map(([id, { history, day }]): [string, MemberStatus] => [
      id,
      memberStatusOn(history, day, { expiring_days }).status,
    ]);
    await expectStatuses(gym, new Map([[gym.member_id, "none"], ...judged]));
  }
});

/** The filter, the rows and the counts of the list say the same as the pure rule. */
async function expectStatuses(gym: Gym, expected: Map<string, MemberStatus>): Promise<void> {
  const { caller } = gym.people.gym_owner;
  const found = new Map<string, MemberStatus>();
  for (const status of memberStatuses) {
    let cursor: string | undefined;
    do {
      const page = await listMembers(caller, { status: [status], limit: 200, cursor });
      for (const row of page.data) {
        expect(row.status, "the filter and the row say the same").toBe(status);
        found.set(row.id, status);
      }
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
  }
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));

  const counts = await countMembers(caller, {});
  const tally = Object.fromEntries(
    memberStatuses.map((status) => [status, [...expected.values()].filter((one) => one === status).length]),
  );
  const current = ["active", "trial", "expiring", "overdue"].reduce((sum, status) => sum + (tally[status] ?? 0), 0);
  expect(counts).toEqual({ all: 401, current, by_status: tally });
  await expectOneMeaning(caller, counts);
  expect(
    Object.values(tally).every((n) => n > 0),
    JSON.stringify(tally),
  ).toBe(true);
}

/** "Active" and "current" are the same number in the counts, in the list that each figure opens, on the dashboard and on the tabs. */
async function expectOneMeaning(caller: Caller, counts: Awaited<ReturnType<typeof countMembers>>): Promise<void> {
  const total = async (status: readonly MemberStatus[]) =>
    (await listMembers(caller, { status: [...status], limit: 1, with_total: true })).total?.count;
  expect(await total(["active"])).toBe(counts.by_status.active);
  expect(await total(currentStatuses)).toBe(counts.current);
  const words = (node: ReactNode) =>
    renderToStaticMarkup(node)
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ");
  const none = () => "/";
  const figures = { today: "2026-03-05", month_starts_on: "2026-03-01", new_members: 0, new_members_last_month: 0 };
  const hrefs = { membersHref: none, invoicesHref: none, paymentsHref: none, disputesHref: none };
  const dashboard = words(
    createElement(MonthFigures, { figures, counts, locale: "en-GB", expiring_days: 14, ...hrefs }),
  );
  expect(dashboard).toContain(`${counts.current} ${counts.by_status.active} active , ${counts.all} in all`);
  const tabs = { base: "/members", query: { filters: {} }, counts, segments: [], locale: "en-GB", expiring_days: 14 };
  expect(words(createElement(MemberTabs, tabs))).toContain(`Active ${counts.by_status.active} `);
  const days: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMembers(caller, { status: ["expiring"], sort: "ends", limit: 3, cursor });
    days.push(...page.data.map(({ next }) => next?.on ?? ""));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(days).toEqual([...days].sort());
  expect(days.length).toBe(counts.by_status.expiring);
}
