import type { TillContext } from "@/components/billing/till/desk/till-context";
import { formatFullDate } from "@/lib/client/format-short-date";
import { formatMoney } from "@/lib/values/money";

type Prepaid = { plan_name: string; paid_to_on: string; next_bill_on: string };
type Reader = Pick<TillContext, "currency" | "locale">;

/** What paying ahead does, in a sentence for each membership. */
export const aheadWords = (prepaid: readonly Prepaid[], { locale }: Reader): string[] =>
  prepaid.map(({ plan_name, paid_to_on, next_bill_on }) => {
    const day = (on: string) => formatFullDate(on, locale);
    return `${plan_name} is then paid until ${day(paid_to_on)}. The next bill is on ${day(next_bill_on)}.`;
  });

/** The same after it was paid. */
export const paidWords = (prepaid: readonly Prepaid[], { locale }: Reader): string[] =>
  prepaid.map(({ plan_name, paid_to_on }) => `${plan_name} is paid until ${formatFullDate(paid_to_on, locale)}.`);

/** What happens with money that no invoice needs. */
export const creditWords = (
  rest_minor: number,
  { currency, locale }: Reader,
  verb: "becomes" | "became" = "becomes",
): string[] =>
  rest_minor > 0
    ? [`${formatMoney(rest_minor, currency, locale)} ${verb} account credit. It pays the next invoice by itself.`]
    : [];
