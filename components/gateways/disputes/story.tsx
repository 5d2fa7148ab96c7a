import { TextLink } from "@/components/ui/controls/text-link";
import { DescriptionList } from "@/components/ui/data/description-list";
import { formatDateTime, formatLongDay } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { getDispute } from "@/lib/contracts/gateways/disputes";
import { formatMoney } from "@/lib/values/money";
import { reasonWords } from "./dispute-words";

type Dispute = Output<typeof getDispute>;

interface StoryProps {
  dispute: Dispute;
  locale: string;
  now: string;
  /** The address of the organization's pages. */
  manage: string;
}

/** What follows, in one sentence. */
export function nextSentence({ status, taken_at, evidence_sent_at, invoices }: Dispute): string {
  switch (status) {
    case "warning":
      return "The bank only asks. No money was taken: send evidence, or refund the payment to settle it.";
    case "needs_response":
      return taken_at
        ? "The bank took the money back. Send evidence by the deadline, or the dispute is lost."
        : "Send evidence by the deadline, or the dispute is lost.";
    case "under_review":
      return evidence_sent_at
        ? "The evidence is with the bank. It decides within some weeks."
        : "The bank is looking at the dispute. It decides within some weeks.";
    case "won":
      return taken_at
        ? "The bank gave the money back, and what it had paid is paid again."
        : "The bank has closed its question.";
    case "lost":
      return invoices.some(({ open_minor }) => open_minor > 0)
        ? "The money is gone. The invoice is open: collect it in another way, or write it off."
        : "The money is gone, and nothing is open any more.";
  }
}

export function DisputeStory({ dispute, locale, now, manage }: StoryProps) {
  const money = (minor: number) => formatMoney(minor, dispute.currency, locale);
  const moment = (instant: string) => formatDateTime(instant, { locale, now, time_zone: dispute.time_zone });
  const steps: [string, string | null][] = [
    ["Opened", dispute.opened_at],
    ["Money taken back", dispute.taken_at],
    ["Evidence sent", dispute.evidence_sent_at],
    ["Money returned", dispute.returned_at],
    [dispute.status === "won" ? "Won" : "Lost", dispute.closed_at],
  ];
  const parts: [string, number][] = [
    ["Open again", dispute.reopened_minor],
    ["Taken from account credit", dispute.credit_minor],
    ["Lost, because it was refunded or used before", dispute.loss_minor],
    ["Fee of the gateway", dispute.fee_minor],
  ];
  return (
    <DescriptionList
      items={[
        {
          term: "Answer by",
          detail: dispute.evidence_due_at ? `${moment(dispute.evidence_due_at)} (${dispute.time_zone})` : null,
        },
        {
          term: "Payer",
          detail: dispute.payer_member_id ? (
            <TextLink href={`${manage}/members/${dispute.payer_member_id}`}>{dispute.payer_name}</TextLink>
          ) : (
            dispute.payer_name
          ),
        },
        {
          term: "Payment",
          detail: (
            <TextLink href={`${manage}/payments/${dispute.payment_id}`}>
              {`${money(dispute.payment.amount_minor)}, ${formatLongDay(dispute.payment.received_on, locale)}`}
            </TextLink>
          ),
        },
        { term: "Reason", detail: reasonWords(dispute.reason) },
        { term: "At the gateway", detail: dispute.dispute_ref },
        { term: "Disputed", detail: money(dispute.amount_minor) },
        ...parts.filter(([, minor]) => minor > 0).map(([term, minor]) => ({ term, detail: money(minor) })),
        ...dispute.invoices.map(({ id, number, open_minor }) => ({
          term: `Invoice ${number}`,
          detail: (
            <TextLink href={`${manage}/invoices/${id}`}>
              {open_minor > 0 ? `${money(open_minor)} open` : "Nothing open"}
            </TextLink>
          ),
        })),
        ...steps.flatMap(([term, instant]) => (instant ? [{ term, detail: moment(instant) }] : [])),
        ...(dispute.evidence_summary ? [{ term: "Your words", detail: dispute.evidence_summary }] : []),
        ...(dispute.evidence_failure ? [{ term: "Evidence refused", detail: dispute.evidence_failure }] : []),
      ]}
    />
  );
}
