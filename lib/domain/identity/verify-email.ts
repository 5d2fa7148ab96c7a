import { users } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/identity/accounts";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { auditInside } from "./bind-transaction";
import { claimToken, getOpenToken, linkInvalid, retireTokens } from "./one-time-token";
import { addOwner, openGym } from "./open-gym";
import { isPassword } from "./password-hash";
import { personOf } from "./people";
import { admitAttempt, forgiveAttempt } from "./throttle";

export const verifyEmail = withoutOrganization(
  operation(
    contracts.verifyEmail,
    async (ctx: Ctx<void>, { token }) => {
      const { email, sign_up } = await claimToken(ctx.db, "verify_email", token, ctx.now);
      if (!sign_up) throw linkInvalid();
      const { name, password_hash } = sign_up;
      const [user] = await ctx.db
        .insert(users)
        .values({ email, name, password_hash, email_verified_at: ctx.now.toString(), created_at: ctx.now.toString() })
        .onConflictDoNothing({ target: users.email })
        .returning();
      if (!user) throw new Problem("link_invalid", "This e-mail address already has an account. Sign in with it.");
      await retireTokens(ctx.db, "verify_email", email, ctx.now);
      const { organization } = await openGym(ctx.db, sign_up.organization, user.id, { when_taken: "number" });
      const staff_id = await addOwner(ctx.db, organization.id, user.id);
      await auditInside(ctx, organization, user, {
        action: contracts.verifyEmail.id,
        target_type: "organization",
        target_id: organization.id,
        after: sign_up.organization,
      });
      ctx.audit({ target_type: "user", target_id: user.id, after: { organization_id: organization.id } });
      const { id, slug, name: organization_name } = organization;
      const role = "gym_owner" as const;
      return {
        user: personOf(user),
        organization: { id, slug, name: organization_name, role, staff_id, member_id: null },
      };
    },
    {
      prepare: async (caller, { token, password }) => {
        const now = caller.clock.now();
        const { email, sign_up } = await inIdentity(null, (db) => getOpenToken(db, "verify_email", token, now));
        const attempt = { email, ip: caller.ip, device_id: null, is_familiar: false };
        await admitAttempt(attempt);
        if (!(await isPassword(password, sign_up?.password_hash ?? null))) {
          throw new Problem("invalid_credentials", "This is not the password that you chose at sign-up.");
        }
        await forgiveAttempt(attempt);
      },
    },
  ),
);
