import type { ImportedMembership, ImportedRow, RowProblem } from "./parse/imported-row";
import type { Names } from "./resolve-names";
import { dueSoon, importedTerm } from "./term";

/** A row with its plan, price and location: the content of import_rows.parsed while the row is ready. */
export type PreparedRow = ImportedRow & {
  location_id: string;
  /** null if the run creates the plan. */
  plan_id: string | null;
  price_minor: number;
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
  now: string;
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
  const base = { ...row, location_id, joins_member: false, next_bill_on: null, due_soon_minor: 0 };
  if (!row.membership) return { row: { ...base, plan_id: null, price_minor: 0 }, problems: [] };
  const chosen = names.plan(row.membership.plan_name);
  if (chosen === undefined) {
    const near = names.suggestion(row.membership.plan_name);
    const cure = near ? `Did you mean “${near}”? Choose its plan` : "Choose one of your plans for it, or create it";
    return refused("plan", "unknown_plan", `There is no plan called “${row.membership.plan_name}”. ${cure}.`);
  }
  const listed = chosen === "create" ? 0 : chosen.price_minor;
  const price_minor = discounted(row.membership.price_minor ?? listed, row.membership.discount);
  const plan = chosen === "create" ? monthly : chosen;
  const moment = { price_minor, today: context.today, now: context.now };
  const term = importedTerm(row.membership, plan, moment);
  return {
    row: {
      ...base,
      plan_id: chosen === "create" ? null : chosen.id,
      price_minor,
      next_bill_on: term.next_bill_on,
      due_soon_minor: dueSoon(term, plan, moment),
    },
    problems: [],
  };
}

/** The defaults of a plan that the run creates. */
export const monthly = {
  kind: "recurring",
  interval_unit: "month",
  interval_count: 1,
  sessions_included: null,
} as const;

function discounted(price_minor: number, discount: ImportedMembership["discount"]): number {
  if (!discount) return price_minor;
  const off = discount.kind === "amount" ? discount.minor : Math.round((price_minor * discount.basis_points) / 10_000);
  return Math.max(0, price_minor - off);
}
