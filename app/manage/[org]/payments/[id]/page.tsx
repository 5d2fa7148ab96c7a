import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { PdfButton } from "@/components/billing/invoices/pdf-button";
import { methodWords } from "@/components/billing/payments/method-words";
import { PaymentActions } from "@/components/billing/payments/payment-actions";
import { PaymentStory } from "@/components/billing/payments/payment-story";
import { PrintButton } from "@/components/billing/print-button";
import { refundStatusWords } from "@/components/billing/refunds/refund-state";
import { disputeStatusWords } from "@/components/gateways/disputes/dispute-words";
import { TextLink } from "@/components/ui/controls/text-link";
import { DescriptionList } from "@/components/ui/data/description-list";
import { PageHeader } from "@/components/ui/data/page-header";
import { Section } from "@/components/ui/data/section";
import { formatLongDay, type LocaleContext } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import { getPayment } from "@/lib/domain/billing/payments";
import { listAttempts } from "@/lib/domain/gateways/attempts";
import { listDisputes } from "@/lib/domain/gateways/disputes";
import { listLocations } from "@/lib/domain/organization/locations";
import type { Caller } from "@/lib/kernel/caller";
import { formatMoney } from "@/lib/values/money";

export const metadata: Metadata = { title: "Receipt" };

type Payment = Output<typeof getPayment.contract>;
type Props = { params: Promise<{ org: string; id: string }> };

/** The payment as a receipt that prints on one page. */
export default async function PaymentPage({ params }: Props) {
  const { org, id } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("invoices.read")) notFound();
  const payment = await orNotFound(getPayment(caller, { id }));
  const { locale } = organization;
  const money = (minor: number) => formatMoney(minor, payment.currency, locale);
  const [charges, { data: disputes }, { data: locations }] = await Promise.all([
    payment.gateway ? chargesOf(caller, payment) : [],
    payment.gateway && permissions.has("payments.refund") ? listDisputes(caller, { payment_id: id }) : { data: [] },
    listLocations(caller, { include_archived: true }),
  ]);
  const localeContext: LocaleContext = {
    ...{ locale, now: caller.clock.now().toString() },
    time_zone: locations.find((one) => one.id === payment.location_id)?.time_zone ?? "UTC",
  };
  const { gateway, payer_member_id } = payment;
  return (
    <>
      <PageHeader
        title={`Receipt, ${money(payment.amount_minor)}`}
        meta={`${organization.name}, ${payment.location_name}`}
        actions={
          <>
            {permissions.has("payments.refund") && !payment.reversed_at ? (
              <PaymentActions
                organization={org}
                payment={payment}
                isOfGateway={gateway !== null}
                membershipsHref={
                  payer_member_id && permissions.has("memberships.cancel")
                    ? `/manage/${org}/members/${payer_member_id}?tab=memberships`
                    : null
                }
                locale={locale}
              />
            ) : null}
            <PdfButton href={`/api/v1/payments/${id}/receipt?${new URLSearchParams({ organization: org })}`} />
            <PrintButton label="Print receipt" />
          </>
        }
      />
      <div className="px-gutter py-6">
        <DescriptionList
          items={[
            {
              term: "Received from",
              detail: payment.payer_member_id ? (
                <TextLink href={`/manage/${org}/members/${payment.payer_member_id}`}>{payment.payer_name}</TextLink>
              ) : (
                payment.payer_name
              ),
            },
            { term: "On", detail: formatLongDay(payment.received_on, locale) },
            { term: "How", detail: methodWords[payment.method] },
            ...(payment.reference ? [{ term: "Reference", detail: payment.reference }] : []),
            ...payment.invoices.map(({ number, amount_minor }) => ({
              term: `Invoice ${number}`,
              detail: money(amount_minor),
            })),
            ...(payment.credit_minor > 0 ? [{ term: "Account credit", detail: money(payment.credit_minor) }] : []),
            { term: "Amount", detail: money(payment.amount_minor) },
            ...(payment.handed_over_minor === null
              ? []
              : [
                  { term: "Handed over", detail: money(payment.handed_over_minor) },
                  { term: "Change", detail: money(payment.handed_over_minor - payment.amount_minor) },
                ]),
            ...(payment.refunds.length > 0
              ? [
                  {
                    term: "Refunded",
                    detail: payment.refunds.map(({ id: refund_id, amount_minor, refunded_on, status }) => (
                      <span key={refund_id} className="block">
                        {money(amount_minor)}, {formatLongDay(refunded_on, locale)}
                        {status === "succeeded" ? "" : `, ${refundStatusWords[status].toLowerCase()}`},{" "}
                        <a
                          className="ui-link"
                          href={`/api/v1/refunds/${refund_id}/receipt?${new URLSearchParams({ organization: org })}`}
                        >
                          receipt
                        </a>
                      </span>
                    )),
                  },
                ]
              : []),
            ...(payment.reversed_at ? [{ term: "Reversed", detail: payment.reversal_reason ?? "" }] : []),
            ...disputes.map((dispute) => ({
              term: "Dispute",
              detail: (
                <TextLink href={`/manage/${org}/disputes/${dispute.id}`}>
                  {`${money(dispute.amount_minor)}, ${disputeStatusWords[dispute.status].toLowerCase()}`}
                </TextLink>
              ),
            })),
            ...(payment.note ? [{ term: "Note", detail: payment.note }] : []),
            ...(gateway?.fee_minor == null ? [] : [{ term: "Fee of the gateway", detail: money(gateway.fee_minor) }]),
            ...(gateway
              ? [
                  {
                    term: "Id at the gateway",
                    detail: (
                      <code className="break-all text-12">
                        {gateway.charge_ref}
                        {gateway.is_live ? "" : " (test, no money moved)"}
                      </code>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
      <Section title="What happened, newest first" className="print:hidden">
        <div className="mt-3 max-w-[44rem]">
          <PaymentStory payment={payment} charges={charges} localeContext={localeContext} />
        </div>
      </Section>
    </>
  );
}

/** The attempts at the invoices that it paid, and the attempt that brought it, where it became credit alone. */
async function chargesOf(caller: Caller, { id, invoices }: Pick<Payment, "id" | "invoices">) {
  const lists = await Promise.all(
    invoices.length > 0
      ? invoices.map((invoice) => listAttempts(caller, { invoice_id: invoice.id }))
      : [listAttempts(caller, { payment_id: id })],
  );
  return lists.flatMap(({ data }) => data);
}
