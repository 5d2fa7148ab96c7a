import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { actionProps } from "@/components/billing/invoices/actions/action-props";
import { InvoiceActions } from "@/components/billing/invoices/actions/invoice-actions";
import { DraftActions } from "@/components/billing/invoices/draft-actions";
import { titleOf } from "@/components/billing/invoices/invoice";
import { InvoiceHeader } from "@/components/billing/invoices/invoice-header";
import { InvoiceBalance, InvoiceRail } from "@/components/billing/invoices/invoice-rail";
import { ListSteps } from "@/components/billing/invoices/list-steps";
import { Paper } from "@/components/billing/invoices/paper";
import { PdfButton } from "@/components/billing/invoices/pdf-button";
import { WithRail } from "@/components/layout/with-rail";
import { InvoiceMails } from "@/components/messages/notifications/invoice-mails";
import { SendInvoiceButton } from "@/components/messages/notifications/send-invoice-button";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { PageHeader } from "@/components/ui/data/page-header";
import type { LocaleContext } from "@/lib/client/format";
import { voidBlocker } from "@/lib/domain/billing/corrections";
import { explainInvoice, getInvoice } from "@/lib/domain/billing/invoices";
import { listDunning } from "@/lib/domain/dunning";
import { getChargeOptions, listAttempts } from "@/lib/domain/gateways/attempts";
import { listInvoiceMails } from "@/lib/domain/messages/billing-mails";
import { mayUse } from "@/lib/kernel/operation";
import { formatMoney } from "@/lib/values/money";

type Props = { params: Promise<{ org: string; id: string }> };

const invoiceOf = cache(async (org: string, id: string) => {
  const caller = await pageCaller(org);
  if (!caller.organization || !caller.permissions.has("invoices.read")) notFound();
  return { caller, organization: caller.organization, invoice: await orNotFound(getInvoice(caller, { id })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  return { title: titleOf((await invoiceOf(org, id)).invoice) };
}

export default async function InvoicePage({ params }: Props) {
  const { org, id } = await params;
  const { caller, organization, invoice: stored } = await invoiceOf(org, id);
  const [failed] = stored.open_minor > 0 ? (await listDunning(caller, { invoice_id: id })).data : [];
  const invoice = failed ? { ...stored, next_step: [failed.next.sentence, ...failed.consequences].join(" ") } : stored;
  const { data: explanations } = await orNotFound(explainInvoice(caller, { id }));
  const { data: mails } = await orNotFound(listInvoiceMails(caller, { id }));
  const { data: charges } = await orNotFound(listAttempts(caller, { invoice_id: id }));
  const isOwed = invoice.kind === "invoice" && invoice.status !== "draft" && invoice.open_minor > 0;
  const options =
    isOwed && mayUse(caller, getChargeOptions.contract) ? await orNotFound(getChargeOptions(caller, { id })) : null;
  const collect = options?.gateway
    ? { ...options, charge_blocker_id: "what-charge-needs", link_blocker_id: "what-link-needs" }
    : null;
  const { locale } = organization;
  const localeContext: LocaleContext = { locale, time_zone: invoice.time_zone, now: caller.clock.now().toString() };
  const manage = `/manage/${org}`;
  const base = `${manage}/invoices`;
  const { payer, status, currency, total_minor } = invoice;
  const memberHref = (member_id: string) => `${manage}/members/${member_id}`;
  const title = titleOf(invoice);
  const payerHref = payer.kind === "member" ? memberHref(payer.id) : null;
  const acting = actionProps(invoice, {
    ...{ organization: org, locale, permissions: caller.permissions, collect },
    membershipsHref: payerHref && `${payerHref}?tab=memberships`,
    void_blocker: voidBlocker({ ...invoice, has_credit_note: invoice.corrected_by.length > 0 }, locale),
  });
  const blockers = [
    { id: "what-void-needs", action: "Void", text: acting?.may.correct ? acting.void_blocker : null },
    { id: "what-charge-needs", action: "Charge", text: collect?.charge_blocker ?? null },
    { id: "what-link-needs", action: "Send link", text: collect?.link_blocker ?? null },
  ].flatMap(({ text, ...one }) => (text ? [{ ...one, text }] : []));
  return (
    <div className="flex h-full min-h-0 flex-col max-lg:h-auto">
      <PageHeader
        title={title}
        breadcrumb={<Breadcrumb items={[{ label: "Invoices", href: base }, { label: title }]} />}
        meta={<ListSteps base={base} id={id} />}
        actions={
          status === "draft" ? null : (
            <>
              {status === "void" ? null : <SendInvoiceButton organization={org} id={id} was_sent={mails.length > 0} />}
              <PdfButton href={`/api/v1/invoices/${id}/pdf?${new URLSearchParams({ organization: org })}`} />
            </>
          )
        }
      />
      <WithRail
        label={`About ${title}`}
        rail={
          <InvoiceRail
            invoice={invoice}
            localeContext={localeContext}
            payerHref={payerHref}
            invoicesOfPayerHref={`${base}?${new URLSearchParams({ [payer.kind]: payer.id })}`}
            invoiceHref={(other) => `${base}/${other}`}
            mails={
              status === "draft" ? null : (
                <InvoiceMails
                  mails={mails}
                  localeContext={localeContext}
                  messageHref={
                    caller.permissions.has("messages.read") ? (message) => `${manage}/messages/${message}` : null
                  }
                />
              )
            }
            paymentHref={(payment) => `${manage}/payments/${payment}`}
            charges={charges}
            blockers={blockers}
          />
        }
      >
        <div className="flex min-h-full flex-col">
          <InvoiceHeader
            invoice={invoice}
            localeContext={localeContext}
            payerHref={payerHref}
            actions={
              status === "draft" && caller.permissions.has("invoices.write") ? (
                <DraftActions
                  organization={org}
                  invoice={invoice}
                  amount={formatMoney(total_minor, currency, locale)}
                  payer_name={payer.name}
                  listHref={base}
                />
              ) : acting ? (
                <InvoiceActions {...acting} look="header" />
              ) : null
            }
          />
          <div className="lg:hidden">
            <InvoiceBalance invoice={invoice} localeContext={localeContext} />
            <p className="border-line border-b px-gutter py-4 text-pretty text-ink">{invoice.next_step}</p>
          </div>
          <div className="flex-1 bg-canvas px-gutter py-6 max-md:p-0">
            <Paper
              invoice={invoice}
              explanations={explanations}
              hrefOf={({ kind, id: target }) => (kind === "member" ? memberHref(target) : `${base}/${target}`)}
              locale={locale}
            />
          </div>
        </div>
      </WithRail>
      {acting ? <InvoiceActions {...acting} look="bar" /> : null}
    </div>
  );
}
