import { formatDay, type LocaleContext } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import type { InvoiceRow } from "./invoice";

export const lateWords = (days: number): string => `${days} ${days === 1 ? "day" : "days"} late`;

/** "Nov 28, 1 day late"; a dash where nothing is due. */
export function dueWords({ due_on, status }: InvoiceRow, localeContext: LocaleContext): string {
  return due_on === null || status === "void" || status === "issued" ? "—" : formatDay(due_on, localeContext);
}

/** What is left to pay: a dash where there is none to speak of, 0 once it is paid. */
export function balanceWords({ status, open_minor, currency }: InvoiceRow, locale: string): string {
  if (status === "draft" || status === "void" || status === "issued") return "—";
  return open_minor === 0 ? "0" : formatMoney(open_minor, currency, locale);
}
