import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { storeLink } from "@/lib/domain/gateways/links";
import { type Addressee, addresseeKey } from "@/lib/domain/messages/contacts";
import { messageContext, notify } from "@/lib/domain/messages/notifications";
import type { Ctx } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { InvoiceRow } from "./cases";
import type { Place } from "./schedule";
import { failedOf, failureTexts } from "./texts-of-payers";

/** A link in a message can be paid for so many days. */
const validDays = 14;

/**
 * K23: one message a day for each payer, about all failed invoices. It waits for the hours at which the gym writes (K22), and names
 * what is unpaid when it is sent.
 */
export async function notifyPayer(ctx: Ctx<unknown>, invoice: InvoiceRow, { time_zone }: Place): Promise<void> {
  const { payer_member_id, payer_company_id, location_id } = invoice;
  const today = dayAt(ctx.now.toString(), time_zone);
  const event_key = `payment_failed:${today}`;
  const payer_id = payer_member_id ?? payer_company_id ?? "";
  if (await isWritten(ctx, event_key, payer_id)) return;
  const addressee: Addressee = payer_member_id ? { member_id: payer_id } : { company_id: payer_id, location_id };
  const failed = (await failedOf(ctx, [addressee])).get(addresseeKey(addressee));
  if (!failed) return;
  const stored = await storeLink(ctx, invoice, { valid_days: validDays, is_sent: true });
  const own_page = `${messageContext(ctx).member_page_url}/invoices`;
  await notify(ctx, "payment_failed", [
    {
      ...{ ...addressee, event_key, about: { on: today, ...(stored && { id: stored.id }) } },
      link: own_page,
      // The address of the link is a secret, and stands in the text by its name.
      variables: { ...failureTexts(failed), pay_link: stored ? "{{pay_link}}" : own_page },
    },
  ]);
}

async function isWritten(
  { db, organization_id }: Ctx<unknown>,
  event_key: string,
  recipient_key: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization_id),
        eq(messages.event_key, event_key),
        eq(messages.recipient_key, recipient_key),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
