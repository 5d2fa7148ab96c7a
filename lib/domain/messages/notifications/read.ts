import { and, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { members, messages } from "@/db/schema";
import type { message } from "@/lib/contracts/messages/notifications";
import { withoutSecrets } from "@/lib/domain/messages/delivery/secrets";
import { notFound } from "@/lib/kernel/errors";
import type { ReadCtx } from "@/lib/kernel/operation";
import { explain } from "./explanation";

export type Row = typeof messages.$inferSelect & { member_name: string | null };
/** A3: a bound caller sees the messages to members of their locations, and what these locations wrote to companies. */
export function withinReach({ caller, organization_id }: ReadCtx): SQL | undefined {
  if (caller.location_ids === null) return undefined;
  const own = sql`any(${sql.param(caller.location_ids)}::uuid[])`;
  return sql`(${messages.location_id} = ${own} or exists (select 1 from members reached
    where reached.organization_id = ${organization_id} and reached.id = ${messages.member_id}
      and reached.home_location_id = ${own}))`;
}

export const memberName = sql<
  string | null
>`(select trim(named.first_name || ' ' || named.last_name) from ${members} named
  where named.organization_id = messages.organization_id and named.id = messages.member_id)`;

/** Throws 404 for a message outside the caller's organization or locations. */
export async function getMessageRow(ctx: ReadCtx, id: string): Promise<typeof messages.$inferSelect> {
  const [row] = await ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.organization_id, ctx.organization_id), eq(messages.id, id), withinReach(ctx)));
  if (!row) throw notFound();
  return row;
}

export async function readMessage(ctx: ReadCtx, id: string): Promise<Row> {
  const [row] = await ctx.db
    .select({ message: messages, member_name: memberName })
    .from(messages)
    .where(and(eq(messages.organization_id, ctx.organization_id), eq(messages.id, id), withinReach(ctx)));
  if (!row) throw notFound();
  return { ...row.message, member_name: row.member_name };
}

export function toMessage(stored: Row): z.input<typeof message> {
  const row = withoutSecrets(stored);
  const { cost_amount, cost_currency, channel, to_address } = row;
  return {
    ...row,
    to_address: channel === "push" ? deviceCount(to_address) : to_address,
    explanation: explain(row.reason, row.detail),
    cost: cost_amount !== null && cost_currency !== null ? { amount: cost_amount, currency: cost_currency } : null,
  };
}

export const deviceCount = (ids: string): string => {
  const count = ids === "" ? 0 : ids.split(",").length;
  return count === 0 ? "" : count === 1 ? "1 device" : `${count} devices`;
};
