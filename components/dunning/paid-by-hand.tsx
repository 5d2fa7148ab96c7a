import { TextLink } from "@/components/ui/controls/text-link";
import { formatMoney } from "@/lib/values/money";
import type { DunningSummary } from "./case";

interface PaidByHandProps {
  by_hand: DunningSummary["by_hand"];
  locale: string;
  /** The list of these invoices. */
  href: string;
}

/** What is overdue and not on the board. Nothing where there is none. */
export function PaidByHand({ by_hand: { invoices, amounts }, locale, href }: PaidByHandProps) {
  if (invoices === 0) return null;
  const money = amounts.map(({ amount_minor, currency }) => formatMoney(amount_minor, currency, locale)).join(" and ");
  return (
    <p className="py-2">
      {invoices === 1 ? "1 more overdue invoice, " : `${invoices} more overdue invoices, `}
      <TextLink href={href}>{money}</TextLink>
      {invoices === 1 ? ", is paid by hand and not tried" : ", are paid by hand and not tried"}
    </p>
  );
}
