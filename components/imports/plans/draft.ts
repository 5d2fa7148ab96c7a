import type { ImportJob } from "@/components/imports/job";
import { intervalPresets } from "@/components/memberships/plans/interval-presets";

export type NewPlan = ImportJob["options"]["new_plans"][string];
type Interval = Pick<NewPlan, "interval_unit" | "interval_count">;

/** What is typed for a new plan; `null` and "" are not given yet. */
export type Draft = {
  /** An interval of an ongoing plan, "custom", or another kind. */
  billing: string;
  interval_unit: NewPlan["interval_unit"];
  interval_count: string;
  sessions: string;
  price_minor: number | null;
  is_free: boolean;
};

export type DraftErrors = Partial<Record<"billing" | "interval_count" | "sessions" | "price_minor", string>>;

const paidOnce = ["fixed_term", "session_pack", "day_pass", "trial"] as const;
type PaidOnce = (typeof paidOnce)[number];

export const isPaidOnce = (billing: string): billing is PaidOnce => (paidOnce as readonly string[]).includes(billing);
/** Whether the number and the unit of the interval are asked. */
export const asksInterval = (billing: string): boolean =>
  billing === "custom" || (isPaidOnce(billing) && billing !== "day_pass");

/** The draft of stored terms, otherwise one with the price of the file. */
export function draftOf(stored: NewPlan | undefined, proposed_price_minor: number | null): Draft {
  if (!stored)
    return {
      ...{ billing: "", interval_unit: "month", interval_count: "1", sessions: "" },
      ...{ price_minor: proposed_price_minor, is_free: false },
    };
  const { kind, interval_unit, interval_count, sessions_included, price_minor, is_free } = stored;
  const preset = intervalPresets.find((one) => isSameInterval(one, stored))?.value ?? "custom";
  return {
    billing: kind === "recurring" ? preset : kind,
    ...{ interval_unit, interval_count: String(interval_count), price_minor },
    sessions: sessions_included ? String(sessions_included) : "",
    is_free: is_free === true,
  };
}

const isSameInterval = (a: Interval, b: Interval): boolean =>
  a.interval_unit === b.interval_unit && a.interval_count === b.interval_count;

/** The terms that the draft describes, or what is missing (X16). */
export function termsOf(draft: Draft): { terms: NewPlan; errors?: never } | { terms?: never; errors: DraftErrors } {
  const { billing, price_minor, is_free } = draft;
  const preset = intervalPresets.find(({ value }) => value === billing);
  const interval_count = asksInterval(billing) ? wholeNumber(draft.interval_count, 120) : (preset?.interval_count ?? 1);
  const sessions = billing === "session_pack" ? wholeNumber(draft.sessions, 1000) : null;
  const errors: DraftErrors = {
    ...(billing === "" && { billing: "Choose how the plan is billed" }),
    ...(interval_count === null && { interval_count: "Enter a number from 1 to 120" }),
    ...(billing === "session_pack" && sessions === null && { sessions: "Enter a number from 1 to 1,000" }),
    ...(price_minor === null && { price_minor: "Enter the price" }),
    ...(price_minor === 0 && !is_free && { price_minor: "Confirm that the plan is free, or enter the price" }),
  };
  if (interval_count === null || price_minor === null || Object.keys(errors).length > 0) return { errors };
  return {
    terms: {
      kind: isPaidOnce(billing) ? billing : "recurring",
      interval_unit: billing === "day_pass" ? "day" : (preset?.interval_unit ?? draft.interval_unit),
      ...{ interval_count, price_minor, sessions_included: sessions },
      is_free: price_minor === 0,
    },
  };
}

function wholeNumber(typed: string, most: number): number | null {
  const number = Number(typed);
  return /^\d+$/.test(typed.trim()) && number >= 1 && number <= most ? number : null;
}
