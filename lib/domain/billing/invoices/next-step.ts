import { daysBetween } from "@/lib/values/calendar-day";
import type { StoredInvoice } from "./find";
import type { Words } from "./words";

type Facts = Pick<
  StoredInvoice,
  | "kind"
  | "status"
  | "number"
  | "due_on"
  | "today"
  | "total_minor"
  | "open_minor"
  | "void_reason"
  | "credit_left_minor"
  | "corrected_by"
>;

/** One sentence that staff can read to the member: what happens next. */
export function nextStep(invoice: Facts, { money, day }: Words): string {
  const { status, due_on, today, total_minor, open_minor, void_reason, credit_left_minor, corrected_by } = invoice;
  const open = money(open_minor);
  switch (status) {
    case "draft":
      return `This is a draft. Finalize it to give it a number and to ask for ${money(total_minor)}.`;
    case "void":
      return `It is void, and nothing is owed${void_reason ? `: ${void_reason}` : ""}.`;
    case "written_off":
      return "It was written off. The gym no longer expects the money.";
    case "issued":
      return credit_left_minor
        ? `${money(credit_left_minor)} of it is account credit and pays the next invoice.`
        : "It is used up. Nothing more happens.";
    case "paid": {
      const notes = corrected_by.map(({ number }) => number).join(" and ");
      return `It is paid. Nothing more happens${notes ? `; ${notes} corrects it` : ""}.`;
    }
    case "overdue": {
      const late = daysBetween(due_on ?? today, today);
      return `${open} was due on ${day(due_on ?? today)}, ${late} ${late === 1 ? "day" : "days"} ago. Take a payment, or ask for it.`;
    }
    default:
      return `${open} is due ${due_on === today ? "today" : `on ${day(due_on ?? today)}`}. After that day it is overdue.`;
  }
}
