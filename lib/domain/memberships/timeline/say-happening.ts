import type { Words } from "@/lib/domain/billing/invoices";
import { addDays, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";
import type { Happening, NamedPayer } from "@/lib/values/membership-history";

export type Said = { title: string; sentence: string };

type Moved = Extract<Happening, { kind: "frozen" }>;

const how = { in_person: "in person", signed_form: "by a signed form", email: "by e-mail" } as const;

/** What happened, as a receptionist reads it aloud. */
export function sayHappening(facts: Happening, words: Words): Said {
  const { day, money } = words;
  switch (facts.kind) {
    case "sold":
      return {
        title: "is_imported" in facts && facts.is_imported ? "Imported" : "Sold",
        sentence: `${facts.plan_name} for ${money(facts.price_minor)}, ${term(facts, words)}.${paidBy(facts, words)}`,
      };
    case "renews":
      return {
        title: "Renewal of a membership",
        sentence: `${facts.plan_name} for ${money(facts.price_minor)}, ${term(facts, words)}. The membership before ended on ${day(facts.ended_on)}.${gap(facts)}${paidBy(facts, words)}`,
      };
    case "renewed":
      return { title: "Renewed", sentence: `Renewed ${term(facts, words)}.` };
    case "start_moved":
      return {
        title: "Start moved",
        sentence: `The start moved from ${day(facts.from_starts_on)} to ${day(facts.to_starts_on)}.${moves(facts, words)}`,
      };
    case "frozen":
      return { title: "Frozen", sentence: `Frozen ${freeze(facts, words)}.${moves(facts, words)}` };
    case "freeze_end_changed":
      return {
        title: "Freeze changed",
        sentence: `The freeze from ${day(facts.from_on)} now ${facts.to_on ? `ends on ${day(facts.to_on)}` : "has no end"}; before, it ${facts.old_to_on ? `ended on ${day(facts.old_to_on)}` : "had no end"}.${moves(facts, words)}`,
      };
    case "freeze_removed":
      return {
        title: "Freeze removed",
        sentence: `The freeze ${freeze(facts, words)} was taken back.${moves(facts, words)}`,
      };
    case "plan_changed":
      return {
        title: "Plan changed",
        sentence: `The plan changed from ${facts.from_plan} to ${facts.to_plan} for ${money(facts.price_minor)} on ${day(facts.on)}.`,
      };
    case "plan_change_scheduled":
      return {
        title: "Plan change scheduled",
        sentence: `The plan changes from ${facts.from_plan} to ${facts.to_plan} for ${money(facts.price_minor)} at the end of the period, on ${day(facts.on)}.`,
      };
    case "plan_change_undone":
      return {
        title: "Plan change undone",
        sentence: `The change to ${facts.to_plan} was taken back. The plan stays ${facts.plan_name}.`,
      };
    case "price_scheduled":
      return {
        title: "New price",
        sentence: `The price changes from ${money(facts.from_minor)} to ${money(facts.price_minor)} with the first period from ${day(facts.on)} on.`,
      };
    case "price_undone":
      return {
        title: "New price withdrawn",
        sentence: `The new price of ${money(facts.price_minor)} was withdrawn. The price stays ${money(facts.from_minor)}.`,
      };
    case "cancelled":
      return {
        title: "Cancelled",
        sentence: facts.cancelled_on
          ? `Cancelled. The last day of access is ${day(addDays(facts.cancelled_on, -1))}.`
          : "Cancelled at the end of the period, whose day follows from the end of the freeze.",
      };
    case "cancellation_withdrawn":
      return {
        title: "Cancellation withdrawn",
        sentence: `The cancellation${facts.cancelled_on ? ` of ${day(facts.cancelled_on)}` : ""} was withdrawn.${moves(facts, words)}`,
      };
    case "payer_changed":
      return {
        title: "Payer changed",
        sentence: `${facts.to.name} pays from the next invoice on, instead of ${facts.from.name}.${agreed(facts, words)}`,
      };
    case "transferred_to":
      return {
        title: "Transferred",
        sentence: `The membership went over to ${facts.name} on ${day(facts.on)}. What was issued before stays to be paid here.`,
      };
    case "transferred_from":
      return {
        title: "Taken over",
        sentence: `The membership came from ${facts.name} on ${day(facts.on)}, with its paid days and its terms.`,
      };
  }
}

type Term = { starts_on: CalendarDay; ends_on: CalendarDay | null };
const term = ({ starts_on, ends_on }: Term, { day, days }: Words): string =>
  ends_on ? `for ${days(starts_on, ends_on)}` : `from ${day(starts_on)} on`;

type Freeze = { from_on: CalendarDay; to_on: CalendarDay | null };
const freeze = ({ from_on, to_on }: Freeze, { day, days }: Words): string =>
  to_on ? `${days(from_on, to_on)}` : `from ${day(from_on)} on, without an end`;

function gap({ starts_on, ended_on }: { starts_on: CalendarDay; ended_on: CalendarDay }): string {
  const missed = daysBetween(ended_on, starts_on) - 1;
  return missed > 0 ? ` ${missed} ${missed === 1 ? "day" : "days"} lie between.` : "";
}

function moves({ next_bill, end }: Pick<Moved, "next_bill" | "end">, { day }: Words): string {
  const say = (what: string, moved: NonNullable<Moved["end"]>): string =>
    moved.from_on && moved.to_on
      ? ` ${what} moved from ${day(moved.from_on)} to ${day(moved.to_on)}.`
      : moved.to_on
        ? ` ${what} is on ${day(moved.to_on)}.`
        : ` ${what} is not known until the freeze has an end.`;
  return `${next_bill ? say("The next bill", next_bill) : ""}${end ? say("The end", end) : ""}`;
}

type Paid = { payer?: NamedPayer; accepted?: { how: keyof typeof how; on: CalendarDay } | null };
const agreed = ({ accepted }: Pick<Paid, "accepted">, { day }: Words): string =>
  accepted ? ` Agreed ${how[accepted.how]} on ${day(accepted.on)}.` : "";
const paidBy = (facts: Paid, words: Words): string =>
  facts.payer ? ` Paid by ${facts.payer.name}.${agreed(facts, words)}` : "";
