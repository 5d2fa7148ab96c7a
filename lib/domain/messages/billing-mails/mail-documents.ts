import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import type { Addressee } from "@/lib/domain/messages/contacts";
import { messageContext, notify } from "@/lib/domain/messages/notifications";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { InvoiceOrigin } from "@/lib/values/billing";
import { addDays } from "@/lib/values/calendar-day";
import { policiesOf } from "@/lib/values/policies";
import { creditNoteTexts, invoiceTexts } from "./document-texts";
import { type MailedDocument, mailedDocuments } from "./documents";

const contract = job({
  id: "billing_mails.documents",
  input: z.strictObject({ document_ids: z.array(z.uuid()) }),
  output: z.object({ queued: z.int() }),
});

/** P10: a document that is older was written afterwards, as a seed or a repair does, and is no news. */
const newsDays = 7;

/** Of a job at night. Its mails wait for the message hours (K22). */
const ofJob: ReadonlySet<InvoiceOrigin> = new Set(["renewal", "late_fee"]);

/** Mails documents that were issued to those who pay them, unless the gym sends them by hand. P1: each of them once. */
export const mailDocuments = operation(
  contract,
  async (ctx, { document_ids }) => {
    if (policiesOf(ctx.organization).invoice_sending === "by_hand") return { queued: 0 };
    const found = await mailedDocuments(ctx, document_ids);
    const news = found.filter(
      ({ issued_on, today, is_void, total_minor, origin }) =>
        !is_void && total_minor > 0 && origin !== "import" && issued_on >= addDays(today, -newsDays),
    );
    const [atNight, atOnce] = [
      news.filter(({ origin }) => ofJob.has(origin)),
      news.filter(({ origin }) => !ofJob.has(origin)),
    ];
    const counts = [
      await queueDocuments(ctx, atNight, { event: "issued", hours: "civil" }),
      await queueDocuments(ctx, atOnce, { event: "issued" }),
    ];
    return { queued: counts.reduce((all, queued) => all + queued, 0) };
  },
  { writes_many: true },
);

type Options = {
  /** P1: names what happened; a document goes out once for it. */
  event: string;
  hours?: "civil";
};

/** Returns how many were queued. */
export async function queueDocuments(
  ctx: Ctx<unknown>,
  documents: readonly MailedDocument[],
  { event, ...options }: Options,
): Promise<number> {
  const invoices = documents.filter(({ kind }) => kind === "invoice");
  const notes = documents.filter(({ kind }) => kind === "credit_note");
  const sent = await notify(
    ctx,
    "invoice_issued",
    invoices.map((document) => ({ ...mailOf(ctx, document, event), variables: invoiceTexts(document) })),
    options,
  );
  const credited = await notify(
    ctx,
    "credit_note_issued",
    notes.map((document) => ({ ...mailOf(ctx, document, event), variables: creditNoteTexts(document) })),
    options,
  );
  return sent.queued + credited.queued;
}

const mailOf = (ctx: Ctx<unknown>, document: MailedDocument, event: string) => ({
  ...payerOf(document),
  event_key: `document:${document.id}:${event}`,
  about: { id: document.id },
  link: `${messageContext(ctx).member_page_url}/invoices/${document.id}`,
});

/** J2: who pays gets the document. */
export const payerOf = ({
  payer_member_id,
  payer_company_id,
  location_id,
}: Pick<MailedDocument, "payer_member_id" | "payer_company_id" | "location_id">): Addressee =>
  payer_member_id ? { member_id: payer_member_id } : { company_id: payer_company_id ?? "", location_id };
