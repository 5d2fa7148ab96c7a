import { and, eq, inArray, sql } from "drizzle-orm";
import { messages } from "@/db/schema";
import type { Addressee } from "@/lib/domain/messages/contacts";
import { deviceCount, explain, notify } from "@/lib/domain/messages/notifications";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import type { Channel } from "@/lib/values/delivery";
import { linkVariables, openLinksOf } from "./message";

type Invoice = {
  id: string;
  number: string;
  location_id: string;
  payer_member_id: string | null;
  payer_company_id: string | null;
};
type SentTo = { channel: Channel; to_name: string; to_address: string };

/** Writes to the payer. Throws a sentence where the payer cannot be reached, so that no link is made. */
export async function sendLink(
  ctx: Ctx<unknown>,
  { payment_link_id, ...invoice }: Invoice & { payment_link_id: string },
): Promise<SentTo> {
  await refuseSecondLink(ctx, invoice);
  const written = await writeToPayer(ctx, { ...invoice, payment_link_id });
  if (!written)
    throw new Problem("conflict", "This message is switched off. Switch it on under Settings, Messages, Rules.");
  const { channel, state, reason, detail, to_name, to_address } = written;
  if (state !== "queued")
    throw new Problem(
      "conflict",
      `The link was not sent to ${to_name}. ${explain(reason, detail) ?? ""} Make a link and copy it instead.`,
    );
  return { channel, to_name, to_address: channel === "push" ? deviceCount(to_address) : to_address };
}

/** The message of a link, as it was written to the payer. Null: the gym has switched this message off. */
export async function writeToPayer(
  ctx: Ctx<unknown>,
  { payment_link_id, ...invoice }: Invoice & { payment_link_id: string },
): Promise<typeof messages.$inferSelect | null> {
  const { db, organization_id } = ctx;
  const facts = (await openLinksOf(ctx, [payment_link_id])).get(payment_link_id);
  if (!facts) throw new Error("A new link can be paid");
  const event_key = `payment_link:${payment_link_id}`;
  const { is_on } = await notify(ctx, "payment_link", [
    // The link of the text is enough: a button would lead to the member's page.
    { ...payerOf(invoice), event_key, about: { id: payment_link_id }, link: null, variables: linkVariables(facts) },
  ]);
  if (!is_on) return null;
  const [written] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.organization_id, organization_id), eq(messages.event_key, event_key)));
  if (!written) throw new Error("The message of a link was not written");
  return written;
}

/** A second click does not write twice. */
async function refuseSecondLink({ db, organization_id }: Ctx<unknown>, { id, number }: Invoice): Promise<void> {
  const [waiting] = await db
    .select({ to_name: messages.to_name })
    .from(messages)
    .where(
      and(
        eq(messages.organization_id, organization_id),
        eq(messages.kind, "payment_link"),
        inArray(messages.state, ["queued", "sending"]),
        sql`exists (select from payment_links k where k.organization_id = ${organization_id}
          and k.id = ${messages.about_id} and k.invoice_id = ${id})`,
      ),
    )
    .limit(1);
  if (waiting) throw new Problem("conflict", `A link to pay ${number} is on its way to ${waiting.to_name} already.`);
}

const payerOf = ({ payer_member_id, payer_company_id, location_id }: Invoice): Addressee =>
  payer_member_id ? { member_id: payer_member_id } : { company_id: payer_company_id ?? "", location_id };
