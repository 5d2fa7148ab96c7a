import { pageCaller } from "@/app/page-caller";
import type { getRefundTotals as contract } from "@/lib/contracts/billing/refunds";
import type { Input } from "@/lib/contracts/contract";
import { getRefundTotals } from "@/lib/domain/billing/payments";
import { formatMoney } from "@/lib/values/money";

interface RefundTotalsProps {
  organization: string;
  filters: Input<typeof contract>;
  locale: string;
}

/** The sums of the whole filter, not of the page. */
export async function RefundTotals({ organization, filters, locale }: RefundTotalsProps) {
  const { by_currency } = await getRefundTotals(await pageCaller(organization), filters);
  return by_currency.map(({ currency, refunded_minor, pending_minor, failed_minor }) => {
    const money = (minor: number) => formatMoney(minor, currency, locale);
    return (
      <p key={currency} className="border-line border-t px-gutter py-3 text-ink-2">
        <b className="text-ink">{money(refunded_minor)}</b> refunded
        {pending_minor > 0 ? `, of which ${money(pending_minor)} is pending` : ""}
        {failed_minor > 0 ? `. Not counted: ${money(failed_minor)} that failed` : ""}.
      </p>
    );
  });
}
