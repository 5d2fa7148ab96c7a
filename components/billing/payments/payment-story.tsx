import { refundSentence, refundStatusWords } from "@/components/billing/refunds/refund-state";
import { chargeEvents } from "@/components/gateways/charges/charge-events";
import type { Charge } from "@/components/gateways/charges/charges-table";
import { TimeLine, type TimeLineEvent } from "@/components/ui/data/time-line";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import type { getPayment } from "@/lib/contracts/billing/payments";
import type { Output } from "@/lib/contracts/contract";
import { formatMoney } from "@/lib/values/money";
import { methodWords } from "./method-words";

type Payment = Output<typeof getPayment>;

interface PaymentStoryProps {
  payment: Payment;
  /** The attempts to collect what it paid, and the one that brought it. */
  charges: readonly Charge[];
  localeContext: LocaleContext;
}

/** Everything that happened to the money, newest first: attempts, declines, refunds, the payout with its fee. */
export function PaymentStory({ payment, charges, localeContext }: PaymentStoryProps) {
  const money = (minor: number) => formatMoney(minor, payment.currency, localeContext.locale);
  const events: TimeLineEvent[] = [
    ...chargeEvents(charges, localeContext),
    ...payment.refunds.map(
      ({ id, amount_minor, method, status, failure, created_at, ended_at }): TimeLineEvent => ({
        ...{ key: `refund-${id}`, at: ended_at ?? created_at, look: status === "succeeded" ? "money" : "message" },
        label: `Refund of ${money(amount_minor)}, ${methodWords[method].toLowerCase()}: ${refundStatusWords[status].toLowerCase()}`,
        note: refundSentence(status, failure),
      }),
    ),
  ];
  if (charges.every(({ payment_id }) => payment_id !== payment.id))
    events.push({
      ...{ key: "received", at: payment.received_at, look: "money" },
      label: `Received: ${money(payment.amount_minor)}, ${methodWords[payment.method].toLowerCase()}`,
    });
  if (payment.reversed_at)
    events.push({
      ...{
        key: "reversed",
        at: payment.reversed_at,
        label: "Reversed",
        note: payment.reversal_reason,
        look: "message",
      },
    });
  const fee = payment.gateway?.fee_minor ?? null;
  const paid_out_on = payment.gateway?.paid_out_on ?? null;
  const settled: TimeLineEvent[] = paid_out_on
    ? [
        {
          ...{ key: "payout", at: null, when: formatDay(paid_out_on, localeContext), look: "money" },
          label: "Paid out to the gym's bank account",
          note: fee === null ? null : `The gateway kept a fee of ${money(fee)}.`,
        },
      ]
    : [];
  const timeOf = ({ at }: TimeLineEvent) => Date.parse(at ?? "");
  return (
    <TimeLine
      events={[...settled, ...events.sort((one, other) => timeOf(other) - timeOf(one))]}
      localeContext={localeContext}
    />
  );
}
