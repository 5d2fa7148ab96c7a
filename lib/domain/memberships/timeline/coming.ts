import type { z } from "zod";
import type { getTimeline } from "@/lib/contracts/memberships/membership-life";
import { type Line, type ScheduledChange, scheduleOf, termOn } from "@/lib/domain/billing/engine";
import type { Words } from "@/lib/domain/billing/invoices";
import { type Billed, type BillOptions, billOf } from "@/lib/domain/memberships/billing";
import { addDays, addMonthsAnchored, type CalendarDay, daysBetween } from "@/lib/values/calendar-day";

type Coming = z.input<typeof getTimeline.output>["coming"][number];

/** How far ahead the time line looks. */
const months = 12;

/** C12: what the renewals will bill and what changes by itself, from the engine. */
export function comingOf({ state, today }: Billed, options: BillOptions, words: Words, sees_bills: boolean): Coming[] {
  const horizon = addMonthsAnchored(Number(today.slice(8)), today, months);
  const { lines, changes } = scheduleOf(state, horizon);
  const days = [...new Set(lines.map(({ on }) => on))];
  const bills = days.map((on) =>
    billOn(
      on,
      lines.filter((line) => line.on === on),
      options,
      words,
      sees_bills,
    ),
  );
  const ahead = changes.filter(({ on }) => on > today).map((change) => said(change, state.terms, words));
  return [...ahead, ...bills].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function billOn(on: CalendarDay, lines: readonly Line[], options: BillOptions, words: Words, sees: boolean): Coming {
  const bill = billOf(lines, options);
  const title = bill.total_minor < 0 ? "Credit" : "Bill";
  if (!sees) return { kind: "bill", on, title, sentence: periodsOf(lines, words), bill: null };
  const tax = bill.tax_minor === 0 ? "" : ` Tax of ${words.money(Math.abs(bill.tax_minor))} is in the total.`;
  return { kind: "bill", on, title, sentence: bill.lines.map(({ why }) => why).join(" ") + tax, bill };
}

const periodsOf = (lines: readonly Line[], { days }: Words): string =>
  lines
    .map(({ plan_name, from_on, to_on }) =>
      from_on && to_on ? `${plan_name}, ${days(from_on, to_on)}.` : `${plan_name}.`,
    )
    .join(" ");

function said(change: ScheduledChange, terms: Billed["state"]["terms"], { day, money }: Words): Coming {
  const { on } = change;
  const coming = (kind: Coming["kind"], title: string, sentence: string): Coming => ({
    kind,
    on,
    title,
    sentence,
    bill: null,
  });
  switch (change.what) {
    case "freeze_begins": {
      const { to_on, fee } = change.freeze;
      const moves =
        fee.mode === "full" ? "Bills stay as they are." : "The next bill and the end move by the frozen days.";
      return coming(
        "freeze_begins",
        "Freeze begins",
        `${to_on ? `Frozen to ${day(to_on)}, the last frozen day.` : "Frozen without an end."} ${moves}`,
      );
    }
    case "freeze_ends": {
      const days = daysBetween(change.freeze.from_on, on);
      return coming(
        "freeze_ends",
        "First day back",
        `The freeze from ${day(change.freeze.from_on)} lasts ${days} ${days === 1 ? "day" : "days"}.`,
      );
    }
    case "term": {
      const { cause, plan_name, price_minor } = change.term;
      const before = termOn(terms, addDays(change.term.effective_on, -1));
      return cause === "plan_change"
        ? coming(
            "plan",
            `Changes to ${plan_name}`,
            `The plan changes from ${before.plan_name} to ${plan_name}, for ${money(price_minor)} a period.`,
          )
        : coming(
            "price",
            `New price ${money(price_minor)}`,
            `The price changes from ${money(before.price_minor)} to ${money(price_minor)}, because of ${cause === "price_increase" ? "the announced price increase" : "an agreed price"}.`,
          );
    }
    case "expires":
      return coming(
        "expires",
        "Ends",
        `The term ends. The last day of access is ${day(addDays(on, -1))}. It does not renew by itself.`,
      );
    case "cancelled":
      return coming(
        "cancelled",
        "Ends by cancellation",
        `The last day of access is ${day(addDays(on, -1))}. Nothing is billed from then on.`,
      );
  }
}
