import { and, desc, eq, inArray, or } from "drizzle-orm";
import { newId } from "@/db/id";
import { invoices, messages, paymentLinks } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/invoice-mails";
import { explain } from "@/lib/domain/messages/notifications/explanation";
import { deviceCount } from "@/lib/domain/messages/notifications/read";
import { ruleOf } from "@/lib/domain/messages/notifications/rules";
import { mayAccessLocation } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type OrganizationCtx, operation, type ReadCtx } from "@/lib/kernel/operation";
import type { MessageKind, MessageState } from "@/lib/values/notifications";
import { type MailedDocument, mailedDocuments } from "./documents";
import { queueDocuments } from "./mail-documents";

const mostShown = 20;

/** What is still on its way. */
const waiting: readonly MessageState[] = ["queued", "sending"];

const kindOf = ({ kind }: MailedDocument) => (kind === "invoice" ? "invoice_issued" : "credit_note_issued");

export const listInvoiceMails = operation(contracts.listInvoiceMails, async (ctx, { id }) => {
  const document = await findDocument(ctx, id);
  return { data: document ? await mailsOf(ctx, document) : [] };
});

/** By hand, as often as somebody asks for it, but not twice at the same time. */
export const sendInvoice = operation(contracts.sendInvoice, async (ctx, { id }) => {
  const document = await findDocument(ctx, id);
  if (!document) throw new Problem("conflict", "A draft is not sent. Finalize it first.");
  if (document.is_void) throw new Problem("conflict", `${document.number} is void and is not sent.`);
  const kind = kindOf(document);
  if (!(await ruleOf(ctx, kind)).is_on)
    throw new Problem("conflict", "This message is switched off. Switch it on under Settings, Messages, Rules.");
  const before = await mailsOf(ctx, document);
  const onItsWay = before.find(({ kind, state }) => kind === "document" && waiting.includes(state));
  if (onItsWay) throw new Problem("conflict", `${document.number} is on its way to ${onItsWay.to_name} already.`);
  await queueDocuments(ctx, [document], { event: newId() });
  const mail = (await mailsOf(ctx, document)).find(({ kind }) => kind === "document");
  if (!mail) throw new Error("The mail of a document was not written");
  const { channel, state, to_name } = mail;
  ctx.audit({ target_type: "invoice", target_id: id, after: { number: document.number, channel, state, to: to_name } });
  return mail;
});

/** Null: it is a draft. Throws 404 for a document of another organization or outside the caller's locations (A3). */
async function findDocument(ctx: ReadCtx & OrganizationCtx, id: string): Promise<MailedDocument | null> {
  const location_id = await locationOf(ctx, id);
  if (!location_id || !mayAccessLocation(ctx.caller, location_id)) throw notFound();
  const [document] = await mailedDocuments(ctx, [id]);
  return document ?? null;
}

async function locationOf({ db, organization_id }: ReadCtx, id: string): Promise<string | undefined> {
  const [row] = await db
    .select({ location_id: invoices.location_id })
    .from(invoices)
    .where(and(eq(invoices.organization_id, organization_id), eq(invoices.id, id)));
  return row?.location_id;
}

const documentKinds: MessageKind[] = ["invoice_issued", "credit_note_issued"];

/** The mails of the document, and the messages with a link to pay it. */
async function mailsOf({ db, organization_id }: ReadCtx, document: MailedDocument) {
  const links = db
    .select({ id: paymentLinks.id })
    .from(paymentLinks)
    .where(and(eq(paymentLinks.organization_id, organization_id), eq(paymentLinks.invoice_id, document.id)));
  const rows = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization_id),
        or(
          and(eq(messages.about_id, document.id), inArray(messages.kind, documentKinds)),
          and(inArray(messages.about_id, links), inArray(messages.kind, ["payment_link", "payment_failed"])),
        ),
      ),
    )
    .orderBy(desc(messages.created_at), desc(messages.id))
    .limit(mostShown);
  return rows.map((row) => ({
    kind: documentKinds.some((kind) => kind === row.kind) ? ("document" as const) : ("link" as const),
    ...{ id: row.id, channel: row.channel, state: row.state, reason: row.reason, to_name: row.to_name },
    to_address: row.channel === "push" ? deviceCount(row.to_address) : row.to_address,
    explanation: explain(row.reason, row.detail),
    ...{ created_at: row.created_at, sent_at: row.sent_at, delivered_at: row.delivered_at },
  }));
}
