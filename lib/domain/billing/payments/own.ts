import { and, eq } from "drizzle-orm";
import { payments } from "@/db/schema";
import { listOwnPayments as contract } from "@/lib/contracts/billing/receipts";
import { toPage } from "@/lib/kernel/cursor";
import { notFound } from "@/lib/kernel/errors";
import { newestFirst } from "@/lib/kernel/newest-first";
import { operation } from "@/lib/kernel/operation";
import { selectPayments } from "./find";

/** What the member paid, at all locations. */
export const listOwnPayments = operation(contract, async ({ db, organization_id, caller }, { limit, cursor }) => {
  if (!caller.member_id) throw notFound();
  const { order, after } = newestFirst(payments.created_at, payments.id, cursor);
  const everywhere = { db, organization_id, caller: { ...caller, location_ids: null } };
  const rows = await selectPayments(everywhere, and(eq(payments.payer_member_id, caller.member_id), after))
    .orderBy(...order)
    .limit(limit + 1);
  return toPage(rows, limit, ({ created_at, id }) => [created_at, id]);
});
