import { sql } from "drizzle-orm";
import { documentPdfOf } from "@/lib/domain/billing/invoices";
import { paymentReceiptOf, refundReceiptOf } from "@/lib/domain/billing/payments";
import { lastsTo } from "@/lib/domain/memberships/rules";
import type { CurrentText, MessageDefinition, ValidityCondition } from "@/lib/domain/message-definition";
import { addresseeKey, addresseeOf } from "@/lib/domain/messages/contacts/contact";
import { enBillingKinds } from "@/lib/domain/messages/default-texts/billing-en";
import { esBillingKinds } from "@/lib/domain/messages/default-texts/billing-es";
import { hiBillingKinds } from "@/lib/domain/messages/default-texts/billing-hi";
import type { BillingKind } from "@/lib/domain/messages/default-texts/billing-words";
import type { Attachment } from "@/lib/values/delivery";
import type { Variables } from "@/lib/values/message-variables";
import { creditNoteTexts, invoiceTexts } from "./document-texts";
import { type MailedDocument, mailedDocuments } from "./documents";
import { owedBy, reminderTexts } from "./owed";

type Facts = Omit<MessageDefinition, "texts">;

const definition = (kind: BillingKind, facts: Facts): MessageDefinition => ({
  texts: { en: enBillingKinds[kind], hi: hiBillingKinds[kind], es: esBillingKinds[kind] },
  ...facts,
});

/** A document that was voided is not sent; what is left to pay is that of the moment. */
const documentText = (textsOf: (document: MailedDocument) => Variables): CurrentText => ({
  async current(ctx, all) {
    const found = await mailedDocuments(
      ctx,
      all.flatMap(({ about_id }) => about_id ?? []),
    );
    const known = new Map(found.filter(({ is_void }) => !is_void).map((one) => [one.id, one]));
    return new Map(
      all.flatMap(({ id, about_id }) => {
        const document = about_id && known.get(about_id);
        return document ? [[id, textsOf(document)] as const] : [];
      }),
    );
  },
});

/** K23: what is owed at the moment of sending. Nothing is sent to a payer who has paid meanwhile. */
const owedText: CurrentText = {
  async current(ctx, all) {
    const owed = await owedBy(
      ctx,
      all.flatMap((message) => addresseeOf(message) ?? []),
    );
    return new Map(
      all.flatMap((message) => {
        const addressee = addresseeOf(message);
        const own = addressee && owed.get(addresseeKey(addressee));
        return own ? [[message.id, reminderTexts(own)] as const] : [];
      }),
    );
  },
};

const paymentStands: ValidityCondition = {
  isValid: () => sql`exists (select 1 from payments p where p.organization_id = msg.organization_id
    and p.id = msg.about_id and p.reversed_at is null)`,
};

const refundExists: ValidityCondition = {
  isValid: () =>
    sql`exists (select 1 from refunds r where r.organization_id = msg.organization_id and r.id = msg.about_id)`,
};

const isFrozen: ValidityCondition = {
  isValid: () => sql`exists (select 1 from membership_freezes f where f.organization_id = msg.organization_id
    and f.membership_id = msg.about_id and f.from_on = msg.about_on)`,
};

const isRunning: ValidityCondition = {
  isValid: () => sql`exists (select 1 from memberships ms where ms.organization_id = msg.organization_id
    and ms.id = msg.about_id and ${lastsTo("ms", sql`d.today`)})`,
};

/** The membership still runs on the plan, and the new price was not withdrawn. */
const isRaised: ValidityCondition = {
  isValid: () => sql`exists (select 1 from memberships ms
    join price_increases i on i.organization_id = ms.organization_id and i.plan_id = ms.plan_id
      and i.effective_on = msg.about_on and i.withdrawn_at is null
    where ms.organization_id = msg.organization_id and ms.id = msg.about_id and ${lastsTo("ms", sql`d.today`)})`,
};

type Render = (
  ctx: Parameters<typeof documentPdfOf>[0] & Parameters<typeof paymentReceiptOf>[0],
  id: string,
) => ReturnType<typeof documentPdfOf>;

const attached =
  (render: Render): NonNullable<MessageDefinition["attachment"]> =>
  async (ctx, id): Promise<Attachment> => {
    const { file_name, bytes } = await render(ctx, id);
    return { name: file_name, content_type: "application/pdf", bytes };
  };

/** The messages about money. */
export const billingKinds = {
  invoice_issued: definition("invoice_issued", {
    validity: documentText(invoiceTexts),
    attachment: attached(documentPdfOf),
  }),
  receipt: definition("receipt", { validity: paymentStands, attachment: attached(paymentReceiptOf) }),
  // A refund is never taken back.
  refund_receipt: definition("refund_receipt", { validity: refundExists, attachment: attached(refundReceiptOf) }),
  credit_note_issued: definition("credit_note_issued", {
    validity: documentText(creditNoteTexts),
    attachment: attached(documentPdfOf),
  }),
  freeze_confirmed: definition("freeze_confirmed", { validity: isFrozen }),
  plan_change_confirmed: definition("plan_change_confirmed", { validity: isRunning }),
  price_increase_notice: definition("price_increase_notice", { validity: isRaised }),
  payment_reminder: definition("payment_reminder", { validity: owedText }),
} satisfies Record<BillingKind, MessageDefinition>;
