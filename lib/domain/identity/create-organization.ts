import { and, asc, eq, gt } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { identityEvents, users } from "@/db/schema";
import * as contracts from "@/lib/contracts/organization/new-organization";
import { invalid, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { counted } from "@/lib/values/counted";
import { auditInside } from "./bind-transaction";
import { inviteToTeam } from "./invitation";
import { addOwner, openGym, refuseTakenSlug } from "./open-gym";
import { sendMailsSoon } from "./send-mails";

const limit = 3;
const windowHours = 24;

/** For a user who opens their own gym, and for a super admin who opens one for another person and does not join it (A11). */
export const createOrganization = withoutOrganization(
  operation(
    contracts.createOrganization,
    async (ctx, { owner_email, ...wanted }) => {
      const { actor, is_super_admin } = ctx.caller;
      if (actor.type !== "user") throw new Problem("forbidden", "Only a user can open a gym.");
      if (is_super_admin) requireOwner(owner_email);
      else await refuseOpener(ctx, actor.id, owner_email);
      const slug = wanted.slug ?? null;
      await refuseTakenSlug(ctx.db, slug, "slug");
      const gym = { ...wanted, slug };
      const { organization, location_id } = await openGym(ctx.db, gym, actor.id, { when_taken: "refuse" });
      const invitation = owner_email ? await inviteOwner(ctx, organization, owner_email) : null;
      if (!invitation) await addOwner(ctx.db, organization.id, actor.id);
      await auditInside(ctx, organization, actor, {
        action: contracts.createOrganization.id,
        target_type: "organization",
        target_id: organization.id,
        after: { ...gym, slug: organization.slug, ...(owner_email ? { owner_email } : {}) },
      });
      ctx.audit({ target_type: "user", target_id: actor.id, after: { organization_id: organization.id } });
      return { ...organization, location_id, invitation };
    },
    { afterCommit: sendMailsSoon },
  ),
);

function requireOwner(owner_email: string | undefined): asserts owner_email is string {
  if (!owner_email) throw invalid("owner_email", "Enter the owner's address; a super admin gets no access to the gym");
}

async function inviteOwner(ctx: Ctx, organization: Parameters<typeof inviteToTeam>[1], email: string) {
  const { expires_at } = await inviteToTeam(ctx, organization, { email, role: "gym_owner", location_ids: [] });
  return { email, expires_at };
}

/** Locks the person's row first, so that requests at the same time are counted one after the other. */
async function refuseOpener(ctx: Ctx, user_id: string, owner_email: string | undefined): Promise<void> {
  if (owner_email) {
    throw new Problem("forbidden", "Only a super admin can open a gym for another person. Omit owner_email.");
  }
  const [opener] = await ctx.db
    .select({ email_verified_at: users.email_verified_at })
    .from(users)
    .where(eq(users.id, user_id))
    .for("no key update");
  if (!opener?.email_verified_at) {
    throw new Problem(
      "forbidden",
      "Your e-mail address is not confirmed. Set a new password with the link of the mail that POST /api/v1/auth/forgot-password sends; it confirms the address.",
    );
  }
  await refuseTooMany(ctx, user_id);
}

async function refuseTooMany({ db, now }: Ctx, user_id: string): Promise<void> {
  const recent = await db
    .select({ at: identityEvents.at })
    .from(identityEvents)
    .where(
      and(
        eq(identityEvents.user_id, user_id),
        eq(identityEvents.action, contracts.createOrganization.id),
        gt(identityEvents.at, now.subtract({ hours: windowHours }).toString()),
      ),
    )
    .orderBy(asc(identityEvents.at));
  const [oldest] = recent.slice(-limit);
  if (recent.length < limit || !oldest) return;
  const again_at = Temporal.Instant.from(oldest.at).add({ hours: windowHours });
  const wait_s = Math.max(1, Math.ceil(now.until(again_at).total("seconds")));
  throw new Problem(
    "too_many_requests",
    `You opened ${limit} gyms within ${windowHours} hours. Wait ${counted(Math.ceil(wait_s / 3600), "hour")} before the next one.`,
    { headers: { "retry-after": String(wait_s) } },
  );
}
