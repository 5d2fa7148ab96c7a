import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { oneTimeTokens, type PendingSignUp } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { Problem } from "@/lib/kernel/errors";
import { hashSecret, newSecret } from "@/lib/kernel/keys";

export type OneTimeToken = typeof oneTimeTokens.$inferSelect;
type Purpose = OneTimeToken["purpose"];

const hoursOf: Record<Purpose, number> = { verify_email: 24, reset_password: 1 };

type Wanted = { purpose: Purpose; email: string; user_id?: string; sign_up?: PendingSignUp };

/** Stores the hash and returns the text, which only the mail carries. */
export async function issueOneTimeToken(db: Database, wanted: Wanted, now: Temporal.Instant): Promise<string> {
  const text = newSecret();
  await db.insert(oneTimeTokens).values({
    ...wanted,
    token_hash: hashSecret(text),
    expires_at: now.add({ hours: hoursOf[wanted.purpose] }).toString(),
    created_at: now.toString(),
  });
  return text;
}

const isOpen = (purpose: Purpose, now: Temporal.Instant) =>
  and(eq(oneTimeTokens.purpose, purpose), isNull(oneTimeTokens.used_at), gt(oneTimeTokens.expires_at, now.toString()));

/** Looks without using it up. */
export async function getOpenToken(
  db: Database,
  purpose: Purpose,
  text: string,
  now: Temporal.Instant,
): Promise<OneTimeToken> {
  const [row] = await db
    .select()
    .from(oneTimeTokens)
    .where(and(eq(oneTimeTokens.token_hash, hashSecret(text)), isOpen(purpose, now)));
  if (!row) throw linkInvalid();
  return row;
}

/** Uses it up. Of two at once one gets it; it stays unused when the transaction fails. */
export async function claimToken(
  db: Database,
  purpose: Purpose,
  text: string,
  now: Temporal.Instant,
): Promise<OneTimeToken> {
  const [row] = await db
    .update(oneTimeTokens)
    .set({ used_at: now.toString() })
    .where(and(eq(oneTimeTokens.token_hash, hashSecret(text)), isOpen(purpose, now)))
    .returning();
  if (!row) throw linkInvalid();
  return row;
}

export async function findWaitingSignUp(
  db: Database,
  email: string,
  now: Temporal.Instant,
): Promise<PendingSignUp | null> {
  const [row] = await db
    .select({ sign_up: oneTimeTokens.sign_up })
    .from(oneTimeTokens)
    .where(and(eq(oneTimeTokens.email, email), isOpen("verify_email", now)))
    .orderBy(desc(oneTimeTokens.created_at))
    .limit(1);
  return row?.sign_up ?? null;
}

/** Every other link of this kind in the mailbox stops working. */
export async function retireTokens(
  db: Database,
  purpose: Purpose,
  email: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .update(oneTimeTokens)
    .set({ used_at: now.toString() })
    .where(and(eq(oneTimeTokens.email, email), eq(oneTimeTokens.purpose, purpose), isNull(oneTimeTokens.used_at)));
}

export const linkInvalid = () =>
  new Problem("link_invalid", "This link has expired or was already used. Ask for a new one.");
