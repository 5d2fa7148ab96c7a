import { formatter } from "@/lib/client/format";
import type { LineKind } from "@/lib/values/billing";
import { utcMidnight } from "@/lib/values/calendar-day";
import { type Currency, currencyExponent } from "@/lib/values/currency";
import type { ForecastRisk } from "@/lib/values/forecast";
import { toMajorText } from "@/lib/values/money";

/** "Dec 2026" */
export const shortMonth = (month: string, locale: string): string =>
  formatter(locale, { timeZone: "UTC", month: "short", year: "numeric" }).format(utcMidnight(`${month}-01`));

/** "December 2026" */
export const longMonth = (month: string, locale: string): string =>
  formatter(locale, { timeZone: "UTC", month: "long", year: "numeric" }).format(utcMidnight(`${month}-01`));

/** "Dec" */
export const tickMonth = (month: string, locale: string): string =>
  formatter(locale, { timeZone: "UTC", month: "short" }).format(utcMidnight(`${month}-01`));

/** "$31,483": an estimate needs no cents. */
export const wholeMoney = (minor: number, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 0 }).format(
    toMajorText(minor, currency as Currency) as unknown as number,
  );

/** "$32.7k" */
export const roundMoney = (minor: number, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    notation: "compact",
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  }).format(minor / 10 ** currencyExponent(currency as Currency));

/** "6.5 %" */
export const shareOf = (part: number, whole: number, locale: string): string =>
  whole === 0
    ? "—"
    : new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(part / whole);

const oneOffNames: Partial<Record<LineKind, string>> = {
  freeze_fee: "Freeze fees",
  joining_fee: "Joining fees",
  unused_days_credit: "Credits for unused days",
};

/** A plan, or what is charged once. */
export const groupName = ({ kind, plan_name }: { kind: LineKind; plan_name: string }): string =>
  kind === "period" ? plan_name : `${oneOffNames[kind] ?? "Other"}, ${plan_name}`;

export const riskNames: Record<ForecastRisk | "any", string> = {
  overdue: "An invoice is overdue",
  cancelled: "A cancellation is scheduled",
  any: "At risk",
};

/** "13 members with an overdue invoice" */
export const riskSentence = (risk: ForecastRisk, members: number): string =>
  `${members} ${members === 1 ? "member" : "members"} ${risk === "overdue" ? "with an overdue invoice" : "with a scheduled cancellation"}`;
