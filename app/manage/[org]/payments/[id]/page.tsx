import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { PdfButton } from "@/components/billing/invoices/pdf-button";
import { methodWords } from "@/components/billing/payments/method-words";
import { PaymentActions } from "@/components/billing/payments/payment-actions";
import { PrintButton } from "@/components/billing/print-button";
import { TextLink } from "@/components/ui/controls/text-link";
import { DescriptionList } from "@/components/ui/data/description-list";
import { PageHeader } from "@/components/ui/data/page-header";
import { formatLongDay } from "@/lib/client/format";
import { getPayment } from "@/lib/domain/billing/payments";
import { formatMoney } from "@/lib/values/money";

export const metadata: Metadata = { title: "Receipt" };

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
  return (
    <>
      <PageHeader
        title={`Receipt, ${money(payment.amount_minor)}`}
        meta={`${organization.name}, ${payment.location_name}`}
        actions={
          <>
            {permissions.has("payments.refund") && !payment.reversed_at ? (
              <PaymentActions organization={org} payment={payment} locale={locale} />
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
                    detail: payment.refunds.map(({ id: refund_id, amount_minor, refunded_on }) => (
                      <span key={refund_id} className="block">
                        {money(amount_minor)}, {formatLongDay(refunded_on, locale)},{" "}
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
            ...(payment.note ? [{ term: "Note", detail: payment.note }] : []),
          ]}
        />
      </div>
    </>
  );
}
