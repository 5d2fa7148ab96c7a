import { and, eq, isNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { newId } from "@/db/id";
import { refreshTokens, sessionFamilies } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import type { SignedIn } from "@/lib/contracts/identity/auth";
import type { OrganizationOfUser } from "@/lib/contracts/identity/auth-fields";
import { accessTokenLifetimeSeconds, issueAccessToken } from "@/lib/kernel/access-token";
import type { Ctx } from "@/lib/kernel/operation";
import { sessionEnd } from "@/lib/kernel/session-lifetime";
import { organizationsOf, personOf, type User } from "./people";
import { refreshTokenHash, refreshTokenText } from "./refresh-token";

const idleHours = 30 * 24;

export type Family = typeof sessionFamilies.$inferSelect;

/** One sign-in on one device, with all its tokens. */
export async function openFamily(
  { db, caller, now }: Pick<Ctx<unknown>, "db" | "caller" | "now">,
  user_id: string,
  surface: Family["surface"],
  organization_id: string | null,
): Promise<Family> {
  const [family] = await db
    .insert(sessionFamilies)
    .values({ user_id, surface, organization_id, user_agent: caller.user_agent, created_at: now.toString() })
    .returning();
  if (!family) throw new Error("The insert must return the session");
  return family;
}

export async function revokeFamily(db: Database, id: string, now: Temporal.Instant, reason: string): Promise<void> {
  await db
    .update(sessionFamilies)
    .set({ revoked_at: now.toString(), revoked_reason: reason })
    .where(and(eq(sessionFamilies.id, id), isNull(sessionFamilies.revoked_at)));
}

export async function revokeFamiliesOf(
  db: Database,
  user_id: string,
  now: Temporal.Instant,
  reason: string,
): Promise<void> {
  await db
    .update(sessionFamilies)
    .set({ revoked_at: now.toString(), revoked_reason: reason })
    .where(and(eq(sessionFamilies.user_id, user_id), isNull(sessionFamilies.revoked_at)));
}

/** Adds the next refresh token to the family and returns its id. */
export async function addRefreshToken(
  db: Database,
  family: Family,
  user: User,
  now: Temporal.Instant,
): Promise<string> {
  const id = newId();
  await db.insert(refreshTokens).values({
    id,
    family_id: family.id,
    token_hash: refreshTokenHash(id),
    session_version: user.session_version,
    expires_at: earlier(now.add({ hours: idleHours }), sessionEnd(family.created_at)).toString(),
    created_at: now.toString(),
  });
  return id;
}

const earlier = (left: Temporal.Instant, right: Temporal.Instant) =>
  Temporal.Instant.compare(left, right) < 0 ? left : right;

type Pair = { user: User; family: Family; refresh_token_id: string; organizations: OrganizationOfUser[] };

export async function signedInAnswer(
  { caller }: Pick<Ctx<unknown>, "caller">,
  { user, family, refresh_token_id, organizations }: Pair,
): Promise<SignedIn> {
  const organization = organizations.find(({ id }) => id === family.organization_id) ?? null;
  const claims = { sub: user.id, org: family.organization_id, sv: user.session_version, fam: family.id };
  return {
    access_token: await issueAccessToken(claims, caller.clock),
    refresh_token: refreshTokenText(refresh_token_id),
    token_type: "Bearer",
    expires_in: accessTokenLifetimeSeconds,
    user: { ...personOf(user), organization, organizations },
  };
}

/** Opens an API session with its first token pair. */
export async function openApiSession(
  ctx: Pick<Ctx<unknown>, "db" | "caller" | "now">,
  user: User,
  choose: (organizations: OrganizationOfUser[]) => OrganizationOfUser | null,
): Promise<SignedIn> {
  const organizations = await organizationsOf(ctx.db, user.id, ctx.now);
  const family = await openFamily(ctx, user.id, "api", choose(organizations)?.id ?? null);
  const refresh_token_id = await addRefreshToken(ctx.db, family, user, ctx.now);
  return signedInAnswer(ctx, { user, family, refresh_token_id, organizations });
}
