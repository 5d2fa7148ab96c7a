import { and, eq, gt } from "drizzle-orm";
import { newId } from "@/db/id";
import { dunningCases, invoices } from "@/db/schema";
import { operation } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import { addStep, placesOf } from "./cases";
import * as contracts from "./job-contracts";
import { noticeStopped } from "./notice";
import { notifyPayer } from "./notify-payer";
import { stopped } from "./standing";

/**
 * K11: an invoice above what the payer's mandate allows has a case without a try. The payer pays it by link, or gives a new mandate,
 * with which it is tried at once (K4). What is in a case already stays as it is.
 */
export const followAboveMandate = operation(contracts.followAboveMandate, async (ctx, { invoice_id }) => {
  const { db, organization_id, now } = ctx;
  const [invoice] = await db
    .select()
    .from(invoices)
    .where(and(eq(invoices.organization_id, organization_id), eq(invoices.id, invoice_id), gt(invoices.open_minor, 0)))
    .for("update");
  const place = invoice && (await placesOf(ctx, [invoice]))(invoice.location_id);
  if (!invoice || !place) return { followed: false };
  const at = now.toString();
  const [opened] = await db
    .insert(dunningCases)
    .values({
      ...{ id: newId(), organization_id, invoice_id, tries: 0, ...stopped("above_mandate") },
      ...{ first_failed_on: dayAt(at, place.time_zone), last_decline_code: "limit_exceeded", last_failed_at: at },
      ...{ created_at: at, updated_at: at },
    })
    .onConflictDoNothing()
    .returning({ id: dunningCases.id });
  if (!opened) return { followed: false };
  await addStep(ctx, { case_id: opened.id, kind: "stopped", stop_reason: "above_mandate" });
  await noticeStopped(ctx, invoice, place);
  await notifyPayer(ctx, invoice, place);
  ctx.audit({ target_type: "dunning_case", target_id: opened.id, after: { stop_reason: "above_mandate", invoice_id } });
  return { followed: true };
});
