import type { Output } from "@/lib/client/endpoint";
import type { makeDefault } from "@/lib/client/endpoints/payment-methods";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";

export type Method = Output<typeof makeDefault>;

/** "2029-12" as "Dec 2029". */
const monthOf = (month: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" }).format(
    Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1, 1),
  );

/** Days before the end of a card's last month in which its end is mentioned as coming. */
const expiresSoon = (expires_in: string, today: CalendarDay): boolean => {
  const [year = 0, month = 0] = expires_in.split("-").map(Number);
  return (Date.UTC(year, month, 0) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000 <= 30;
};

type Reader = { locale: string; today: CalendarDay };

/** What there is to know of a method besides its name. */
export function methodFacts(method: Method, { locale, today }: Reader): string {
  const { expires_in, is_expired, is_left_behind, mandate_max_minor, mandate_currency, is_live } = method;
  const month = expires_in && monthOf(expires_in, locale);
  return [
    is_expired ? `Expired in ${month}` : null,
    !is_expired && expires_in && month ? `Expires ${expiresSoon(expires_in, today) ? "soon, in " : ""}${month}` : null,
    mandate_max_minor !== null && mandate_currency
      ? `up to ${formatMoney(mandate_max_minor, mandate_currency, locale)} a bill`
      : null,
    is_left_behind ? `saved at ${vendorNames[method.vendor]}, which the gym no longer uses` : null,
    is_live ? null : "test",
  ]
    .filter(Boolean)
    .join(" · ");
}

const vendorNames: Record<Method["vendor"], string> = {
  stripe: "Stripe",
  razorpay: "Razorpay",
  sandbox: "the sandbox",
};

/** What follows from a removal. */
export function removalWords(method: Method, others: readonly Method[]): string {
  if (!method.is_default) return "It is not charged any more. The others stay as they are.";
  const next = others.find(({ id, gateway_id }) => id !== method.id && gateway_id === method.gateway_id);
  return next
    ? `Later bills are charged to ${next.label} instead.`
    : "Later bills are not charged by themselves any more. They are paid by link, on the member's page or at the desk.";
}
