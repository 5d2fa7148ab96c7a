import { and, eq, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { invoices } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Output } from "@/lib/contracts/contract";
import type { listForecastLines as linesContract } from "@/lib/contracts/memberships/forecast";
import { createMember } from "@/lib/domain/members";
import { cancelMembership, changePlan, freezeMembership } from "@/lib/domain/memberships";
import { getForecast, listForecastLines } from "@/lib/domain/memberships/forecast";
import { createPriceIncrease } from "@/lib/domain/memberships/pricing";
import { addDays } from "@/lib/values/calendar-day";
import { newRate } from "@/tests/support/billing/settings";
import { withPolicies } from "@/tests/support/gateways/dunning";
import { payAll, renewAt } from "@/tests/support/gym/bills";
import { type Gym, newGym, newLocation } from "@/tests/support/gym/gym";
import { newCoupon, newPlan, newSale } from "@/tests/support/gym/plans";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { openedAt } from "@/tests/support/jobs/schedules";

type Line = Output<typeof linesContract>["data"][number];

const owner = (gym: Gym) => gym.people.gym_owner.caller;

let made = 0;
function newMember(gym: Gym) {
  made += 1;
  return createMember(owner(gym), { first_name: `Kit ${made}`, last_name: "Payer", home_location_id: gym.location_id });
}

async function gymAt(iso: string): Promise<{ gym: Gym; clock: HandClock }> {
  const clock = new HandClock(iso);
  const gym = await newGym({ time_zone: "Europe/London", currency: "EUR", clock });
  await openedAt(gym, "2025-12-01T00:00:00Z");
  return { gym, clock };
}

async function allLines(gym: Gym, filters: Omit<Parameters<typeof listForecastLines>[1], "limit">): Promise<Line[]> {
  const found: Line[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listForecastLines(owner(gym), { ...filters, limit: 3, ...(cursor && { cursor }) });
    found.push(...page.data);
    if (!page.next_cursor) return found;
    cursor = page.next_cursor;
  }
}

const sumOf = (lines: readonly { total_minor: number }[]) => lines.reduce((sum, line) => sum + line.total_minor, 0);

/** What was billed by the day of the issue, in minor units. Credit notes count negative. */
const billedIn = (gym: Gym, month: string) =>
  inTenant({ organization_id: gym.organization_id, user_id: null }, async (db) => {
    const [row] = await db
      .select({
        minor: sql<number>`coalesce(sum(case ${invoices.kind} when 'invoice' then ${invoices.total_minor} else -${invoices.total_minor} end), 0)::int`,
      })
      .from(invoices)
      .where(
        and(
          eq(invoices.organization_id, gym.organization_id),
          eq(invoices.origin, "renewal"),
          isNull(invoices.voided_at),
          sql`to_char(${invoices.issued_on}, 'YYYY-MM') = ${month}`,
        ),
      );
    return row?.minor ?? 0;
  });

/** Memberships with every fact that changes a bill. */
async function variedGym(): Promise<{ gym: Gym; clock: HandClock }> {
  const { gym, clock } = await gymAt("2026-01-31T12:00:00Z");
  await newRate(gym, { tax_class: "membership", rate_ppm: 190_000 });
  await newRate(gym, { tax_class: "reduced", name: "Reduced VAT", rate_ppm: 70_000, from_on: "2026-01-01" });
  const [monthly, weekly, fixed_day, dear, raised] = [
    await newPlan(gym, { name: "Monthly", price_minor: 5_990 }),
    await newPlan(gym, { name: "Weekly", price_minor: 1_933, interval_unit: "week", is_price_with_tax: false }),
    await newPlan(gym, { name: "First", price_minor: 4_500, billing_day: 1 }),
    await newPlan(gym, { name: "Dear", price_minor: 8_977, is_price_with_tax: false, tax_class: "reduced" }),
    await newPlan(gym, { name: "Raised", price_minor: 3_000 }),
  ];
  const buyer = async () => (await newMember(gym)).id;
  await newSale(gym, { plan_id: monthly.id });
  await newSale(gym, { plan_id: weekly.id, member_id: await buyer() });
  await newSale(gym, { plan_id: fixed_day.id, member_id: await buyer() });
  await newSale(gym, { plan_id: raised.id, member_id: await buyer() });
  await createPriceIncrease(owner(gym), {
    ...{ id: raised.id, price_minor: 3_450, effective_on: "2026-03-15", applies_to: "everyone" },
  });
  const coupon = await newCoupon(gym, { percent_bp: 3_333, periods: 2 });
  await newSale(gym, { plan_id: monthly.id, member_id: await buyer(), coupon_code: coupon.code });
  const frozen = await newSale(gym, { plan_id: monthly.id, member_id: await buyer() });
  await freezeMembership(owner(gym), {
    ...{ id: frozen.id, from_on: "2026-02-10", to_on: "2026-04-04", fee: { mode: "reduced", amount_minor: 1_000 } },
  });
  const changed = await newSale(gym, { plan_id: monthly.id, member_id: await buyer() });
  await changePlan(owner(gym), { id: changed.id, plan_id: dear.id, when: "period_end" });
  const leaving = await newSale(gym, { plan_id: weekly.id, member_id: await buyer() });
  await cancelMembership(owner(gym), { id: leaving.id, when: "period_end" });
  const bound = await newPlan(gym, { name: "Bound", price_minor: 2_500, min_term_months: 3 });
  const noticed = await newSale(gym, { plan_id: bound.id, member_id: await buyer() });
  await cancelMembership(owner(gym), { id: noticed.id, when: "period_end" });
  return { gym, clock };
}

test("C12 the forecast of four months is what the renewals then bill, to the cent", async () => {
  const { gym, clock } = await variedGym();
  clock.set("2026-02-01T00:30:00Z");
  const forecast = await getForecast(owner(gym), { months: 4 });
  const [euros] = forecast.currencies;
  const foreseen = (euros?.months ?? []).map(({ month, billed_minor }) => [month, billed_minor]);
  const months = ["2026-02", "2026-03", "2026-04", "2026-05"];
  for (const month of months) {
    const lines = await allLines(gym, { month });
    const sums = euros?.months.find((one) => one.month === month);
    expect(sumOf(lines)).toBe(sums?.billed_minor);
    expect(lines.length).toBe(sums?.lines);
    expect(sums?.days.reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(sums?.billed_minor);
    expect(sums?.plans.reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(sums?.billed_minor);
    expect(new Set(lines.map((line) => `${line.membership_id} ${line.kind} ${line.bill_on}`)).size).toBe(lines.length);
  }
  for (let day = "2026-02-01"; day <= "2026-05-31"; day = addDays(day, 1)) {
    clock.set(`${day}T03:00:00Z`);
    await renewAt(gym, `${day}T03:00:00Z`);
  }
  const billed = await Promise.all(months.map(async (month) => [month, await billedIn(gym, month)]));
  expect(billed).toEqual(foreseen);
  expect(foreseen.every(([, minor]) => Number(minor) > 30_000)).toBe(true);
}, 120_000);

test("C12 a part that recurs and a part at risk, by its cause, with the members behind them", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { name: "Monthly", price_minor: 5_900 });
  await newSale(gym, { plan_id: plan.id });
  await payAll(gym);
  const late = await newMember(gym);
  await newSale(gym, { plan_id: plan.id, member_id: late.id });
  const notice = await newPlan(gym, { name: "With notice", price_minor: 4_000, notice_days: 40 });
  const leaving = await newMember(gym);
  const { id } = await newSale(gym, { plan_id: notice.id, member_id: leaving.id });
  await payAll(gym, leaving.id);
  await cancelMembership(owner(gym), { id, when: "period_end" });
  clock.set("2026-01-20T12:00:00Z");
  const { currencies, first_month, last_month } = await getForecast(owner(gym), { months: 3 });
  expect([first_month, last_month]).toEqual(["2026-01", "2026-03"]);
  expect(currencies.map(({ months: _, ...sums }) => sums)).toEqual([
    { currency: "EUR", recurring_minor: 27_600, one_off_minor: 0, billed_minor: 27_600, at_risk_minor: 15_800 },
  ]);
  const february = currencies[0]?.months[1];
  expect(february).toMatchObject({
    month: "2026-02",
    members: 3,
    lines: 3,
    billed_minor: 15_800,
    at_risk_minor: 9_900,
  });
  expect(february?.risks).toEqual([
    { risk: "overdue", members: 1, lines: 1, amount_minor: 5_900 },
    { risk: "cancelled", members: 1, lines: 1, amount_minor: 4_000 },
  ]);
  expect(february?.plans[0]).toEqual({
    ...{ plan_name: "Monthly", kind: "period", unit_minor: 5_900, lines: 2, amount_minor: 11_800 },
  });
  const overdue = await allLines(gym, { month: "2026-02", risk: "overdue" });
  expect(overdue.map(({ member_id, why }) => [member_id, why])).toEqual([
    [late.id, "€59.00, 10 February\u2009–\u20099 March 2026, for period 2."],
  ]);
  const names = (await allLines(gym, { month: "2026-02", sort: "member" })).map(({ member_name }) => member_name);
  expect(names).toEqual(names.toSorted());
});

test("K9 where an unpaid invoice holds the next bill, the forecast has nothing of that membership", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { name: "Monthly", price_minor: 5_900 });
  await newSale(gym, { plan_id: plan.id });
  await payAll(gym);
  const late = await newMember(gym);
  await newSale(gym, { plan_id: plan.id, member_id: late.id });
  clock.set("2026-01-20T12:00:00Z");
  const waits = withPolicies(gym, { unpaid_next_cycle: "wait" });
  expect((await allLines(gym, { month: "2026-02" })).map(({ member_id }) => member_id)).toContain(late.id);
  expect((await allLines(waits, { month: "2026-02" })).map(({ member_id }) => member_id)).toEqual([gym.member_id]);
  await payAll(waits, late.id);
  expect((await allLines(waits, { month: "2026-02" })).map(({ member_id }) => member_id)).toContain(late.id);
});

test("C14 what was missed is foreseen for today, and a freeze without an end bills nothing", async () => {
  const { gym, clock } = await gymAt("2026-01-10T12:00:00Z");
  const plan = await newPlan(gym, { price_minor: 5_900 });
  await newSale(gym, { plan_id: plan.id });
  const { id } = await newSale(gym, { plan_id: plan.id, member_id: (await newMember(gym)).id });
  await freezeMembership(owner(gym), { id, from_on: "2026-01-20" });
  clock.set("2026-03-02T12:00:00Z");
  const lines = await allLines(gym, { month: "2026-03" });
  expect(lines.map(({ bill_on, from_on }) => [bill_on, from_on])).toEqual([
    ["2026-03-02", "2026-02-10"],
    ["2026-03-10", "2026-03-10"],
  ]);
  await expect(listForecastLines(owner(gym), { month: "2026-02" })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(listForecastLines(owner(gym), { month: "2028-03" })).rejects.toMatchObject({ code: "invalid_input" });
});

test("A12 the forecast of a location has its memberships only", async () => {
  const { gym } = await gymAt("2026-01-10T12:00:00Z");
  await newSale(gym);
  const other = await newLocation(gym, "North", "Asia/Tokyo");
  const { currencies } = await getForecast(owner(gym), { location_id: other });
  expect(currencies).toEqual([]);
  const away = { ...owner(gym), location_ids: [other] };
  expect((await getForecast(away, {})).currencies).toEqual([]);
  await expect(getForecast(away, { location_id: gym.location_id })).rejects.toMatchObject({ code: "not_found" });
  await expect(getForecast(gym.people.receptionist.caller, {})).rejects.toMatchObject({ code: "forbidden" });
});
