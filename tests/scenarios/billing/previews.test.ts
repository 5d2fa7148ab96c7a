import { and, eq, notInArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { invoiceLines, invoices } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { getMembership, quoteMembership, sellMembership } from "@/lib/domain/memberships";
import { renewals } from "@/lib/domain/memberships/renewals/renewals";
import type { Caller } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { dayAt } from "@/lib/values/calendar-day";
import { type Act, type Preview, type Step, step } from "@/tests/support/billing/random-acts";
import { payAll } from "@/tests/support/gym/bills";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newTaxRate } from "@/tests/support/gym/invoices";
import { newCoupon, newPlan } from "@/tests/support/gym/plans";
import { asJob } from "@/tests/support/jobs/as-job";
import { HandClock } from "@/tests/support/jobs/hand-clock";

const ACTIONS = 2_000;
const STEPS = 20;
const ZONE = "Europe/Berlin";

const start = fc.constantFrom(
  "2026-01-31T11:00:00Z",
  "2026-03-28T23:30:00Z",
  "2027-12-15T11:00:00Z",
  "2028-02-29T11:00:00Z",
);
const history = fc.record({
  start,
  plan: fc.nat(9),
  has_coupon: fc.boolean(),
  steps: fc.array(step, { minLength: STEPS, maxLength: STEPS }),
});

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
type Counts = { compared: number; refused: number; bills: number };
type Line = Pick<Preview["lines"][number], "kind" | "from_on" | "to_on" | "due_on" | "net_minor" | "total_minor">;

const text = ({ kind, from_on, to_on, due_on, net_minor, total_minor }: Line): string =>
  [kind, due_on, from_on, to_on, net_minor, total_minor].join(" ");

/** One membership after the other of a member at a location of their own, so that no other clock bills them. */
/** The lines that become documents: a bill that charges nothing is announced, and no document is issued for it. */
const documented = (lines: readonly Line[]): string[] =>
  lines
    .filter(({ due_on }) => lines.some((line) => line.due_on === due_on && line.total_minor !== 0))
    .map(text)
    .toSorted();

class Subject {
  private readonly known: string[] = [];
  private id = "";
  /** What the last preview said of the next bill, until something else happens. */
  private promised: { on: string; minor: number } | null = null;

  constructor(
    private readonly gym: Gym,
    private readonly caller: Caller,
    private readonly clock: HandClock,
    private readonly at: { location_id: string; member_id: string; plan_ids: string[] },
    readonly counts: Counts,
  ) {}

  private get today(): string {
    return dayAt(this.clock.now().toString(), ZONE);
  }

  async buy(plan: number, coupon_code?: string): Promise<void> {
    const { location_id, member_id, plan_ids } = this.at;
    const plan_id = plan_ids[plan % plan_ids.length] ?? "";
    const input = { member_id, location_id, plan_id, ...(coupon_code ? { coupon_code } : {}) };
    const quote = await quoteMembership(this.caller, input);
    const sold = await sellMembership(this.caller, input);
    this.id = sold.id;
    expect((await this.newLines()).map(text)).toEqual(documented(quote.lines));
    expect([sold.next_bill_on, sold.ends_on]).toEqual([quote.next_bill_on, quote.ends_on]);
    this.promise(quote.next_bill_on, quote.next_bill_minor);
    this.counts.compared += 1;
  }

  private promise(on: string | null, minor: number | null): void {
    this.promised = on !== null && minor !== null ? { on, minor } : null;
  }

  async take({ after_days, pays, act }: Step, plan: number): Promise<void> {
    this.clock.advance({ hours: 24 * after_days });
    await this.renew();
    if (pays) await payAll(this.gym, this.at.member_id, this.caller);
    const { status } = await getMembership(this.caller, { id: this.id });
    if (status === "cancelled" || status === "expired") return this.buy(plan);
    await this.compare(act);
  }

  private async renew(): Promise<void> {
    const location = { id: this.at.location_id, name: "Main", time_zone: ZONE };
    await asJob(this.gym, this.clock, (ctx) => renewals.run(ctx, { location, run_on: this.today }));
    const lines = await this.newLines();
    const { promised } = this;
    if (!promised || promised.on > this.today) return;
    const billed = lines.filter(({ due_on }) => due_on === promised.on);
    expect(billed.reduce((sum, { total_minor }) => sum + total_minor, 0)).toBe(promised.minor);
    this.counts.bills += 1;
    this.promised = null;
  }

  private async compare({ preview, perform }: Act): Promise<void> {
    const subject = { id: this.id, today: this.today, plan_ids: this.at.plan_ids };
    const shown = await codeOr(preview?.(this.caller, subject));
    const done = await codeOr(perform(this.caller, subject));
    if (!preview) {
      if (typeof done !== "string") this.promised = null;
      await this.newLines();
      return;
    }
    if (typeof shown === "string" || typeof done === "string") {
      expect(done).toEqual(shown);
      this.counts.refused += 1;
      return;
    }
    const after = await getMembership(this.caller, { id: this.id });
    const lines = await this.newLines();
    const predicted = (shown as Preview).lines;
    expect(lines.map(text)).toEqual(documented(predicted));
    const { total_minor, after: promised } = shown as Preview;
    expect(lines.reduce((sum, line) => sum + line.total_minor, 0)).toBe(total_minor);
    const { next_bill_on, ends_on, cancelled_on } = promised;
    expect([after.next_bill_on, after.ends_on, after.cancelled_on]).toEqual([next_bill_on, ends_on, cancelled_on]);
    this.promise(next_bill_on, promised.next_bill_minor);
    this.counts.compared += 1;
  }

  /** The lines of the documents since the last call, with the sign that they have for the member. */
  private async newLines(): Promise<Line[]> {
    const { organization_id } = this.gym;
    const rows = await inTenant({ organization_id, user_id: null }, (db) =>
      db
        .select({ line: invoiceLines, document: invoices.kind })
        .from(invoiceLines)
        .innerJoin(
          invoices,
          and(eq(invoices.organization_id, organization_id), eq(invoices.id, invoiceLines.invoice_id)),
        )
        .where(
          and(
            eq(invoiceLines.organization_id, organization_id),
            eq(invoiceLines.member_id, this.at.member_id),
            this.known.length > 0 ? notInArray(invoiceLines.id, this.known) : sql`true`,
          ),
        ),
    );
    this.known.push(...rows.map(({ line }) => line.id));
    return rows
      .map(({ line, document }) => {
        const sign = document === "credit_note" ? -1 : 1;
        return { ...line, net_minor: sign * line.net_minor || 0, total_minor: sign * line.total_minor || 0 };
      })
      .toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
  }
}

/** The result, or the code of the refusal. */
const codeOr = async <T>(work: Promise<T> | undefined): Promise<T | string | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};

/** Monthly, four-weekly and quarterly plans, with a fixed billing day or a joining fee, priced with tax and without. */
async function plansOf(gym: Gym): Promise<string[]> {
  const plans = [
    await newPlan(gym, { name: "Monthly", price_minor: 5_900, joining_fee_minor: 1_999 }),
    await newPlan(gym, { name: "Monthly on the 1st", price_minor: 8_901, billing_day: 1, is_price_with_tax: false }),
    await newPlan(gym, { name: "Four weeks", price_minor: 4_999, interval_unit: "week", interval_count: 4 }),
    await newPlan(gym, {
      name: "Quarter",
      price_minor: 20_003,
      interval_count: 3,
      tax_class: "service",
      is_price_with_tax: false,
    }),
    await newPlan(gym, { name: "Contract", price_minor: 3_333, min_term_months: 3, notice_days: 14 }),
  ];
  return plans.map(({ id }) => id);
}

test("C12 2,000 random actions do what their previews said, and the next bill is the one that they announced", async () => {
  const gym = await newGym({ time_zone: ZONE });
  const plan_ids = await plansOf(gym);
  await newTaxRate(gym, 190_000);
  await newTaxRate(gym, 70_000, "service");
  const { code } = await newCoupon(gym, { periods: 3, max_uses_per_member: 50 });
  const counts: Counts = { compared: 0, refused: 0, bills: 0 };
  const live = async ({ start, plan, has_coupon, steps }: History) => {
    const clock = new HandClock(start);
    const caller = { ...gym.people.gym_owner.caller, clock };
    const location_id = await newLocation(gym, `Studio ${newId()}`, ZONE);
    const member_id = await newMember(gym, { joined_on: "2025-01-01" });
    const subject = new Subject(gym, caller, clock, { location_id, member_id, plan_ids }, counts);
    await subject.buy(plan, has_coupon ? code : undefined);
    for (const [n, one] of steps.entries()) await subject.take(one, plan + n);
  };
  const share = () => fc.assert(fc.asyncProperty(history, live), { numRuns: ACTIONS / STEPS / 4, endOnFailure: true });
  await Promise.all([share(), share(), share(), share()]);
  expect(counts.compared).toBeGreaterThan(ACTIONS / 4);
  expect(counts.bills).toBeGreaterThan(ACTIONS / 40);
}, 300_000);
