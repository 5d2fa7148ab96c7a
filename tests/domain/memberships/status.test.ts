import { and, eq, type sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "@/db/id";
import { locations, membershipFreezes, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { localDay, membershipStatusOn as membershipStatusSql } from "@/lib/domain/memberships/rules";
import { databaseError } from "@/lib/kernel/errors";
import { type DatedMembership, membershipStatusOn } from "@/lib/values/membership-rules/status";
import { type Gym, newGym, newLocation } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";

const plain: DatedMembership = { starts_on: "2026-02-01", ends_on: "2026-02-28", cancelled_on: null, freezes: [] };

describe("what a membership is on a day", () => {
  const cases: [string, Partial<DatedMembership>, string, string][] = [
    ["B5 active on its last day", {}, "2026-02-28", "active"],
    ["B5 expired on the day after", {}, "2026-03-01", "expired"],
    ["pending the day before it starts", {}, "2026-01-31", "pending"],
    ["active on its first day", {}, "2026-02-01", "active"],
    ["active for ever without an end", { ends_on: null }, "2099-01-01", "active"],
    [
      "E1 frozen on the first day of a freeze",
      { freezes: [{ from_on: "2026-02-03", to_on: "2026-02-09" }] },
      "2026-02-03",
      "frozen",
    ],
    [
      "E1 frozen on the last day of a freeze",
      { freezes: [{ from_on: "2026-02-03", to_on: "2026-02-09" }] },
      "2026-02-09",
      "frozen",
    ],
    [
      "E1 active on the day after a freeze",
      { freezes: [{ from_on: "2026-02-03", to_on: "2026-02-09" }] },
      "2026-02-10",
      "active",
    ],
    ["E16 frozen without a return date", { freezes: [{ from_on: "2026-02-03", to_on: null }] }, "2026-02-20", "frozen"],
    [
      "F9 a freeze that runs past the end stays a freeze",
      { freezes: [{ from_on: "2026-02-20", to_on: null }] },
      "2026-03-15",
      "frozen",
    ],
    ["F1 cancelled from its day on", { cancelled_on: "2026-02-10" }, "2026-02-10", "cancelled"],
    ["F1 active until the day before", { cancelled_on: "2026-02-10" }, "2026-02-09", "active"],
    ["F9 cancelled stays cancelled after the end", { cancelled_on: "2026-02-10" }, "2026-04-01", "cancelled"],
    ["cancelled before it began", { cancelled_on: "2026-01-15" }, "2026-01-20", "cancelled"],
  ];
  test.each(cases)("%s", (_, fields, day, status) => {
    expect(membershipStatusOn({ ...plain, ...fields }, day)).toBe(status);
  });
});

async function insert(gym: Gym, plan_id: string, dated: DatedMembership, location_id = gym.location_id) {
  const { organization_id } = gym;
  const id = newId();
  const { freezes, cancelled_on, ...days } = dated;
  await inTenant({ organization_id, user_id: null }, async (db) => {
    await db.insert(memberships).values({
      id,
      organization_id,
      member_id: gym.member_id,
      plan_id,
      location_id,
      plan_name: "Any",
      price_minor: 0,
      currency: "EUR",
      anchor_day: 1,
      ...days,
      cancelled_on,
      cancelled_at: cancelled_on && `${cancelled_on}T08:00:00Z`,
    });
    if (freezes.length > 0) {
      await db
        .insert(membershipFreezes)
        .values(freezes.map((freeze) => ({ ...freeze, organization_id, membership_id: id })));
    }
  });
  return id;
}

const statusInSql = (gym: Gym, id: string, day: ReturnType<typeof sql>) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, async (db) => {
    const [row] = await db
      .select({ status: membershipStatusSql("memberships", day) })
      .from(memberships)
      .innerJoin(
        locations,
        and(eq(locations.organization_id, memberships.organization_id), eq(locations.id, memberships.location_id)),
      )
      .where(and(eq(memberships.organization_id, gym.organization_id), eq(memberships.id, id)));
    return row?.status;
  });

test("B4 a membership ends with the day of its own location", async () => {
  const gym = await newGym();
  const { id: plan_id } = await newPlan(gym);
  const [auckland, honolulu] = await Promise.all([
    newLocation(gym, "Auckland", "Pacific/Auckland"),
    newLocation(gym, "Honolulu", "Pacific/Honolulu"),
  ]);
  const now = "2026-02-28T12:00:00Z";
  const statuses = await Promise.all(
    [auckland, honolulu].map(async (location) =>
      statusInSql(gym, await insert(gym, plan_id, plain, location), localDay("locations", now)),
    ),
  );
  expect(statuses).toEqual(["expired", "active"]);
});

test("E6 two freezes of one membership never overlap, not even by one day", async () => {
  const gym = await newGym();
  const { id: plan_id } = await newPlan(gym);
  const id = await insert(gym, plan_id, { ...plain, freezes: [{ from_on: "2026-02-03", to_on: "2026-02-09" }] });
  const add = (from_on: string, to_on: string | null) =>
    inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
      db.insert(membershipFreezes).values({ organization_id: gym.organization_id, membership_id: id, from_on, to_on }),
    ).then(
      () => "stored",
      (error) => databaseError(error)?.code,
    );
  expect(await add("2026-02-09", "2026-02-12")).toBe("23P01");
  expect(await add("2026-01-20", null)).toBe("23P01");
  expect(await add("2026-02-10", "2026-02-12")).toBe("stored");
});
