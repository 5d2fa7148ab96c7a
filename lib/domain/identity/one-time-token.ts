import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { oneTimeTokens, type PendingSignUp } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import { Problem } from "@/lib/kernel/errors";
import { hashSecret, newSecret } from "@/lib/kernel/keys";
import { linkMinutes } from "@/lib/values/member-invitations";

export type OneTimeToken = typeof oneTimeTokens.$inferSelect;
type Purpose = OneTimeToken["purpose"];

const minutesOf: Record<Purpose, number> = { verify_email: 24 * 60, reset_password: 60, sign_in: linkMinutes };

type TokenRequest = { purpose: Purpose; email: string; user_id?: string; sign_up?: PendingSignUp };

/** Stores the hash and returns the token, which only the mail contains. */
export async function issueOneTimeToken(db: Database, request: TokenRequest, now: Temporal.Instant): Promise<string> {
  const text = newSecret();
  await db.insert(oneTimeTokens).values({
    ...request,
    token_hash: hashSecret(text),
    expires_at: now.add({ minutes: minutesOf[request.purpose] }).toString(),
    created_at: now.toString(),
  });
  return text;
}

const isOpen = (purpose: Purpose, now: Temporal.Instant) =>
  and(eq(oneTimeTokens.purpose, purpose), isNull(oneTimeTokens.used_at), gt(oneTimeTokens.expires_at, now.toString()));

/** Reads the token without consuming it. */
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

/** Consumes the token. Of two concurrent calls one succeeds; a failed transaction leaves it unused. */
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

/** Invalidates all other links of this purpose. */
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
