import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import type { NewPlan } from "./find";
import type { ImportedBalance, ImportedMembership, ImportedRow, RowProblem } from "./parse/imported-row";
import type { Names } from "./resolve-names";
import { discounted, dueSoon, importedTerm, isEndOfPeriod, type PlanTerms } from "./term";

/** A row with its plan, price and location: the content of import_rows.parsed while the row is ready. */
export type PreparedRow = ImportedRow & {
  location_id: string;
  /** null if the run creates the plan. */
  plan_id: string | null;
  /** How a plan that the run creates is billed. */
  new_plan: Pick<NewPlan, "kind" | "interval_unit" | "interval_count"> | null;
  price_minor: number;
  /** The price after the discount of the row. */
  charged_minor: number;
  /** The file's date, or the next anniversary of the start. */
  next_bill_on: string | null;
  due_soon_minor: number;
  /** The membership is added to the existing member with this e-mail (X8, same person). */
  joins_member: boolean;
};

export type PrepareContext = {
  names: Names;
  /** The location of rows that name none. */
  location_id: string;
  today: string;
};

export type Prepared = { row: PreparedRow | null; problems: RowProblem[] };

const refused = (field: RowProblem["field"], code: string, message: string): Prepared => ({
  row: null,
  problems: [{ field, code, message, severity: "error" }],
});

/** Resolves the plan and location of a row (X7: rejects an unknown one, with a suggestion). */
export function prepareRow(row: ImportedRow, context: PrepareContext): Prepared {
  const { names } = context;
  const location_id = row.location_name === null ? context.location_id : names.location(row.location_name);
  if (!location_id) {
    return refused(
      "location",
      "unknown_location",
      `There is no location called “${row.location_name}”. Add it, or leave the column out.`,
    );
  }
  const base = { ...row, location_id, joins_member: false, next_bill_on: null, due_soon_minor: 0, charged_minor: 0 };
  if (!row.membership) return { row: { ...base, plan_id: null, new_plan: null, price_minor: 0 }, problems: [] };
  const chosen = names.plan(row.membership.plan_name);
  if (chosen === "leave_out") {
    return refused("plan", "plan_left_out", `The plan “${row.membership.plan_name}” is left out, as you chose.`);
  }
  if (chosen === undefined) {
    const near = names.suggestion(row.membership.plan_name);
    const cure = near ? `Did you mean “${near}”? Choose its plan` : "Choose one of your plans for it, or create it";
    return refused("plan", "unknown_plan", `There is no plan called “${row.membership.plan_name}”. ${cure}.`);
  }
  const { membership, balance } = row;
  const { new_plan } = chosen;
  const plan = chosen.plan ?? termsOf(chosen.new_plan);
  const price_minor = membership.price_minor ?? (chosen.plan ?? chosen.new_plan).price_minor;
  const charged_minor = discounted(price_minor, membership.discount);
  const { today } = context;
  const term = importedTerm(membership, plan, { price_minor, today });
  return {
    row: {
      ...base,
      plan_id: chosen.plan?.id ?? null,
      new_plan: new_plan && billingOf(new_plan),
      price_minor,
      charged_minor,
      balance: balance ?? missedPayment(membership, charged_minor, today),
      next_bill_on: term.state?.next_bill_on ?? null,
      due_soon_minor: dueSoon(term, today),
    },
    problems: isEndOfPeriod(membership, plan) ? [renews(membership)] : [],
  };
}

/** Without an amount, an overdue membership owes one payment. */
function missedPayment(
  { status, next_bill_on }: ImportedMembership,
  minor: number,
  today: CalendarDay,
): ImportedBalance | null {
  if (status !== "overdue" || minor === 0) return null;
  const yesterday = addDays(today, -1);
  return { minor, due_on: next_bill_on !== null && next_bill_on < today ? next_bill_on : yesterday };
}

const renews = ({ ends_on, next_bill_on }: ImportedMembership): RowProblem => ({
  field: "ends_on",
  code: "end_of_period",
  message: `The membership ends on ${ends_on}, and its next bill is on ${next_bill_on}: it is imported as going on. If it ends, empty the next bill`,
  severity: "warning",
});

const billingOf = ({ kind, interval_unit, interval_count }: NewPlan) => ({ kind, interval_unit, interval_count });

const termsOf = (plan: NewPlan): PlanTerms => ({
  ...billingOf(plan),
  ...{ id: "", name: "", billing_day: null, min_term_months: null, notice_days: 0, freeze_policy: null },
  sessions_included: plan.sessions_included ?? null,
});
