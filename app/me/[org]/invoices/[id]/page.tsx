import type { Metadata } from "next";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { titleOf } from "@/components/billing/invoices/invoice";
import { InvoiceStatusBadge } from "@/components/billing/invoices/invoice-status";
import { Paper } from "@/components/billing/invoices/paper";
import { PdfButton } from "@/components/billing/invoices/pdf-button";
import { MemberHeader } from "@/components/layout/member-shell";
import { ButtonLink } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { getOwnInvoice } from "@/lib/domain/billing/invoices";
import { readOwnBill } from "@/lib/domain/gateways/checkout";
import { formatMoney } from "@/lib/values/money";

type Props = { params: Promise<{ org: string; id: string }> };

export const metadata: Metadata = { title: "Invoice" };

export default async function OwnInvoicePage({ params }: Props) {
  const { org, id } = await params;
  const caller = await pageCaller(org);
  const invoice = await orNotFound(getOwnInvoice(caller, { id }));
  const bill = invoice.open_minor > 0 && !invoice.voided_at ? await orNotFound(readOwnBill(caller, { id })) : null;
  return (
    <>
      <MemberHeader title={titleOf(invoice)} end={<InvoiceStatusBadge status={invoice.status} size="lg" />} />
      <div className="overflow-hidden rounded-dialog border border-line bg-surface">
        <Paper invoice={invoice} locale={caller.organization?.locale ?? "en"} />
      </div>
      {bill?.form || bill?.status === "processing" ? (
        <ButtonLink href={`/me/${org}/invoices/${id}/pay`} variant="primary" size="touch" full className="my-3">
          {bill.form ? `Pay ${formatMoney(bill.amount_minor, bill.currency, bill.locale)}` : "A payment is on its way"}
        </ButtonLink>
      ) : null}
      <div className="flex items-center justify-between gap-3">
        <TextLink href={`/me/${org}/invoices`}>All invoices</TextLink>
        <PdfButton size="touch" href={`/api/v1/me/invoices/${id}/pdf?${new URLSearchParams({ organization: org })}`} />
      </div>
    </>
  );
}
