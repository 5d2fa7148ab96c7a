import { and, desc, eq, sql } from "drizzle-orm";
import { outboxMails } from "@/db/schema";
import * as contracts from "@/lib/contracts/outbox";
import type { Caller } from "@/lib/kernel/caller";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { env } from "@/lib/kernel/env";
import { notFound } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

/** Mails open accounts: they are shown in the demo, to a developer, and to whoever sits at the very machine. */
export function isOutboxReadable(caller: Pick<Caller, "ip">): boolean {
  const { FITFLOW_DEMO, NODE_ENV, PUBLIC_URL } = env();
  if (FITFLOW_DEMO === "1" || NODE_ENV === "development") return true;
  return isLoopback(new URL(PUBLIC_URL).hostname) && isLoopback(caller.ip ?? "");
}

function refuseStrangers(caller: Caller): void {
  if (!isOutboxReadable(caller)) throw notFound();
}

export const listOutbox = operation(contracts.listOutbox, async ({ db, caller }, { limit, cursor }) => {
  refuseStrangers(caller);
  const [created_at, id] = cursor ? decodeCursor(cursor, 2) : [];
  const rows = await db
    .select()
    .from(outboxMails)
    .where(cursor ? and(sql`(${outboxMails.created_at}, ${outboxMails.id}) < (${created_at}, ${id})`) : undefined)
    .orderBy(desc(outboxMails.created_at), desc(outboxMails.id))
    .limit(limit + 1);
  return toPage(rows, limit, (row) => [row.created_at, row.id]);
});

export const readOutboxMail = operation(contracts.readOutboxMail, async ({ db, caller }, { id }) => {
  refuseStrangers(caller);
  const [row] = await db.select().from(outboxMails).where(eq(outboxMails.id, id));
  if (!row) throw notFound();
  return row;
});
