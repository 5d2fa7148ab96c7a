import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { savedMethods } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { notify } from "@/lib/domain/messages/notifications";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import { homeLocation } from "@/lib/domain/organization/locations";
import { operation } from "@/lib/kernel/operation";
import { savedMethodLabel } from "@/lib/values/saved-method-label";
import { methodLinkUrl } from "./link-token";
import { isPayerOf } from "./payer";

const contract = job({
  id: "saved_methods.tell_of_end",
  input: z.object({ saved_method_id: z.uuid() }),
  output: z.object({ queued: z.int() }),
});

const failedContract = job({
  id: "saved_methods.tell_of_missed_notice",
  input: z.object({ saved_method_id: z.uuid() }),
  output: z.object({ notified: z.int() }),
});

const linkDays = 30;

/** What the payer did not do here, and so has to be told. Of a refused one the message about the failed payment tells (K23). */
const told = new Set(["mandate_revoked", "removed_at_gateway", "expired"]);

/** K12: tells the payer that a method is not charged any more, unless another one is the default meanwhile. */
export const tellOfEndedMethod = operation(contract, async (ctx, { saved_method_id }) => {
  const { db, organization_id, now } = ctx;
  const [method] = await db
    .select()
    .from(savedMethods)
    .where(and(eq(savedMethods.organization_id, organization_id), eq(savedMethods.id, saved_method_id)));
  if (!method?.end_reason || !told.has(method.end_reason)) return { queued: 0 };
  const [other] = await db
    .select({ id: savedMethods.id })
    .from(savedMethods)
    .where(
      and(
        eq(savedMethods.organization_id, organization_id),
        isPayerOf(savedMethods, method),
        eq(savedMethods.is_default, true),
        isNull(savedMethods.ended_at),
      ),
    );
  if (other) return { queued: 0 };
  const { payer_member_id, payer_company_id } = method;
  const url = methodLinkUrl({
    ...{ organization_id, payer: { payer_member_id, payer_company_id } },
    expires_at: now.add({ hours: linkDays * 24 }),
  });
  const addressee = payer_member_id
    ? { member_id: payer_member_id }
    : { company_id: payer_company_id ?? "", location_id: (await homeLocation(ctx, undefined)).id };
  const { queued } = await notify(ctx, "payment_method_ended", [
    {
      ...{ ...addressee, event_key: `payment_method_ended:${saved_method_id}`, about: { id: saved_method_id } },
      ...{ link: url, variables: { card: savedMethodLabel(method), card_link: url } },
    },
  ]);
  return { queued };
});

/** After the last attempt: a person has to inform the payer. */
export const tellOfMissedNotice = operation(failedContract, async (ctx, { saved_method_id }) => ({
  notified: await notifyStaff(ctx, {
    ...{ kind: "job_failed", event_key: `unwritten:method_ended:${saved_method_id}`, permission: "messages.send" },
    title: "A payer was not told that a payment method ended",
    body: "The message could not be created after several attempts. Ask the payer for a new card.",
    href: `/manage/${ctx.organization.slug}/payments`,
  }),
}));
