import { and, eq } from "drizzle-orm";
import { disputes, payments } from "@/db/schema";
import type { Payer } from "@/lib/domain/billing/documents";
import { fileNameOf, type NamedPdf, printedBuyer, printedSeller, snapshotOf } from "@/lib/domain/billing/payments";
import type { DisputeRow } from "@/lib/domain/gateways/disputes/apply-dispute";
import { withinReach } from "@/lib/domain/organization/locations";
import { notFound } from "@/lib/kernel/errors";
import type { OrganizationCtx, ReadCtx } from "@/lib/kernel/operation";
import { type EvidenceDocument, renderEvidencePdf } from "@/lib/providers/pdf";
import { type EvidenceFacts, factsOf } from "./facts";
import { sectionsOf } from "./sections";
import { wordsOf } from "./words";

type Reader = ReadCtx & OrganizationCtx;
type Payment = typeof payments.$inferSelect;

/** Everything that the PDF is made from, so that it is drawn outside of the transaction. */
export type Pack = { document: EvidenceDocument; facts: EvidenceFacts; file_name: string };

/** K17: what the gym shows the bank. The same records give the same bytes. */
export async function packOf(ctx: Reader, id: string, summary: string | null): Promise<Pack> {
  const { dispute, payment } = await disputeWithPayment(ctx, id);
  const facts = await factsOf(ctx, dispute, payment);
  const { seller, buyer } = await snapshotOf(ctx, payment as Payer, payment.location_id);
  const region = new Intl.Locale(seller.locale).region;
  const locale = region ? `en-${region}` : "en";
  const words = wordsOf({ locale, time_zone: seller.time_zone, currency: payment.currency });
  return {
    facts,
    file_name: fileNameOf(`evidence-${dispute.dispute_ref}`),
    document: {
      ...{ seller: { ...printedSeller(seller, locale), footer: null }, buyer: printedBuyer(buyer, seller, locale) },
      ...{ locale, time_zone: seller.time_zone, currency: payment.currency, created_at: dispute.opened_at },
      title: `Evidence for dispute ${dispute.dispute_ref}`,
      facts: [
        { label: "Payment", value: payment.charge_ref ?? "" },
        { label: "Paid on", value: words.day(payment.received_on) },
        { label: "Amount", value: words.money(payment.amount_minor) },
        { label: "Disputed", value: words.money(dispute.amount_minor) },
      ],
      summary: summary ?? dispute.evidence_summary ?? "",
      sections: sectionsOf(facts, words, payment.id),
    },
  };
}

export async function drawPack({ document, file_name }: Pack): Promise<NamedPdf> {
  return { file_name, bytes: await renderEvidencePdf(document) };
}

/** Throws 404 for one out of reach. */
async function disputeWithPayment(
  { db, caller, organization_id }: Reader,
  id: string,
): Promise<{ dispute: DisputeRow; payment: Payment }> {
  const [row] = await db
    .select({ dispute: disputes, payment: payments })
    .from(disputes)
    .innerJoin(payments, and(eq(payments.organization_id, organization_id), eq(payments.id, disputes.payment_id)))
    .where(
      and(
        eq(disputes.organization_id, organization_id),
        eq(disputes.id, id),
        withinReach(caller, disputes.location_id),
      ),
    );
  if (!row) throw notFound();
  return row;
}
