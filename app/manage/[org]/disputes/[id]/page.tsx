import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { PdfButton } from "@/components/billing/invoices/pdf-button";
import { DisputeStatusBadge } from "@/components/gateways/disputes/dispute-status";
import { EvidenceForm } from "@/components/gateways/disputes/evidence-form";
import { DisputeStory, nextSentence } from "@/components/gateways/disputes/story";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { PageHeader } from "@/components/ui/data/page-header";
import { getDispute } from "@/lib/domain/gateways/disputes";
import { formatMoney } from "@/lib/values/money";

export const metadata: Metadata = { title: "Dispute" };

type Props = { params: Promise<{ org: string; id: string }> };

/** What happened, what follows, and the evidence while the bank takes it. */
export default async function DisputePage({ params }: Props) {
  const { org, id } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("payments.refund")) notFound();
  const dispute = await orNotFound(getDispute(caller, { id }));
  const { locale } = organization;
  const title = `Dispute, ${formatMoney(dispute.amount_minor, dispute.currency, locale)} of ${dispute.payer_name}`;
  const manage = `/manage/${org}`;
  const takes_evidence =
    !dispute.evidence_sent_at && (dispute.status === "needs_response" || dispute.status === "warning");
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={<Breadcrumb items={[{ label: "Disputes", href: `${manage}/disputes` }, { label: title }]} />}
        meta={<DisputeStatusBadge status={dispute.status} />}
        actions={
          takes_evidence ? null : (
            <PdfButton
              label="Evidence"
              href={`/api/v1/disputes/${id}/evidence?${new URLSearchParams({ organization: org })}`}
            />
          )
        }
      />
      <div className="flex flex-col gap-8 px-gutter py-6">
        <p className="max-w-2xl text-16">{nextSentence(dispute)}</p>
        <DisputeStory dispute={dispute} locale={locale} now={caller.clock.now().toString()} manage={manage} />
        {takes_evidence ? (
          <EvidenceForm
            organization={org}
            id={id}
            payer_name={dispute.payer_name}
            summary={dispute.evidence_summary ?? ""}
          />
        ) : null}
      </div>
    </>
  );
}
