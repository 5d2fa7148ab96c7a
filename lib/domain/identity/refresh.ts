import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { refreshTokens, sessionFamilies, users } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/identity/auth";
import { Problem } from "@/lib/kernel/errors";
import { hashSecret } from "@/lib/kernel/keys";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { sessionEnd } from "@/lib/kernel/session-lifetime";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { auditInside, bindTransaction } from "./bind-transaction";
import { findCard, isActiveAccount, organizationsOf } from "./people";
import { addRefreshToken, revokeFamily, signedInAnswer } from "./session-family";

const replayWindow_ms = 10_000;

export const refresh = withoutOrganization(
  operation(contracts.refresh, async (ctx, { refresh_token }) => {
    const found = await lockToken(ctx.db, refresh_token);
    if (!found || !isAlive(found, ctx.now)) throw ended();
    const { token, family, user } = found;
    if (token.used_at && ctx.now.since(Temporal.Instant.from(token.used_at)).total("milliseconds") > replayWindow_ms) {
      await punishReuse(ctx, found);
    }
    await bindTransaction(ctx.db, { organization_id: null, user_id: user.id });
    const organizations = await organizationsOf(ctx.db, user.id, ctx.now);
    if (family.organization_id && !organizations.some(({ id }) => id === family.organization_id)) throw ended();
    const refresh_token_id = token.successor_id ?? (await addRefreshToken(ctx.db, family, user, ctx.now));
    if (!token.successor_id) {
      await ctx.db
        .update(refreshTokens)
        .set({ used_at: ctx.now.toString(), successor_id: refresh_token_id })
        .where(eq(refreshTokens.id, token.id));
    }
    ctx.audit({ target_type: "user", target_id: user.id });
    return signedInAnswer(ctx, { user, family, refresh_token_id, organizations });
  }),
);

const ended = () => new Problem("token_expired", "This session has ended. Sign in again.");

type Found = NonNullable<Awaited<ReturnType<typeof lockToken>>>;

/** The row lock serializes requests with the same token. */
async function lockToken(db: Database, text: string) {
  const [row] = await db
    .select({ token: refreshTokens, family: sessionFamilies, user: users })
    .from(refreshTokens)
    .innerJoin(sessionFamilies, eq(sessionFamilies.id, refreshTokens.family_id))
    .innerJoin(users, eq(users.id, sessionFamilies.user_id))
    .where(eq(refreshTokens.token_hash, hashSecret(text)))
    .for("update", { of: refreshTokens });
  return row ?? null;
}

function isAlive({ token, family, user }: Found, now: Temporal.Instant): boolean {
  const isPast = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, now) <= 0;
  return (
    family.revoked_at === null &&
    isActiveAccount(user) &&
    token.session_version === user.session_version &&
    !isPast(Temporal.Instant.from(token.expires_at)) &&
    !isPast(sessionEnd(family.created_at))
  );
}

/** A6: a replaced token means that a copy exists. Either holder may be the thief, so the session ends. */
async function punishReuse(ctx: Ctx, { family, user }: Found): Promise<never> {
  await revokeFamily(ctx.db, family.id, ctx.now, "refresh token reused");
  const entry = {
    action: "auth.refresh_token_reused",
    target_type: "session",
    target_id: family.id,
    reason: "A refresh token was used again after its successor; the session was ended.",
  };
  const card = family.organization_id && (await findCard(ctx.db, family.organization_id));
  if (card) await auditInside(ctx, card, user, entry);
  ctx.audit({ target_type: "user", target_id: user.id, after: { event: entry.action, family_id: family.id } });
  throw new Problem("token_expired", "This refresh token was used before, so the session was ended. Sign in again.", {
    commits: true,
  });
}
