import { and, eq, isNull, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/identity/accounts";
import { hasFixedPassword } from "@/lib/kernel/demo";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { bindTransaction } from "./bind-transaction";
import { postMail } from "./mail";
import { styleOfUser } from "./mail-style";
import { passwordChanged, setNewPassword } from "./mail-texts";
import { claimToken, getOpenToken, issueOneTimeToken, linkInvalid, retireTokens } from "./one-time-token";
import { hashPassword } from "./password-hash";
import { refuseWeakPassword } from "./password-policy";
import { findUserByEmail, isActiveAccount, organizationsOf, type User } from "./people";
import { sendMailsSoon } from "./send-mails";
import { revokeFamiliesOf } from "./session-family";
import { mailFirstLink } from "./sign-in-link";
import { forgiveAccount, mayMail } from "./throttle";
import { withMinimumDuration } from "./with-minimum-duration";

const mayReset = (user: User): boolean => isActiveAccount(user) && !hasFixedPassword(user);

export const forgotPassword = withMinimumDuration(
  withoutOrganization(
    operation(
      contracts.forgotPassword,
      async (ctx: Ctx<{ may_mail: boolean }>, { email }) => {
        const user = await findUserByEmail(ctx.db, email);
        if (user && mayReset(user) && ctx.prepared.may_mail) {
          const token = await issueOneTimeToken(
            ctx.db,
            { purpose: "reset_password", email, user_id: user.id },
            ctx.now,
          );
          const style = await styleOfUser(ctx.db, user, ctx.now);
          await postMail(ctx.db, { to: email, ...setNewPassword(style, user.name, token) });
        }
        // J14: a member without an account has no password to forget; their way in is the link.
        if (!user && ctx.prepared.may_mail) await mailFirstLink(ctx, email);
        ctx.audit({ target_type: "user", target_id: user?.id ?? null });
        return { status: "check_your_email" as const };
      },
      {
        prepare: async (caller, { email }) => ({ may_mail: await mayMail(email, caller.ip) }),
        afterCommit: sendMailsSoon,
      },
    ),
  ),
  300,
);

/** The link proves the mailbox, so the address is verified. All sessions end. */
export const resetPassword = withoutOrganization(
  operation(
    contracts.resetPassword,
    async (ctx: Ctx<{ password_hash: string }>, { token }) => {
      const { user_id, email } = await claimToken(ctx.db, "reset_password", token, ctx.now);
      if (!user_id) throw linkInvalid();
      const [user] = await ctx.db
        .update(users)
        .set({
          password_hash: ctx.prepared.password_hash,
          session_version: sql`${users.session_version} + 1`,
          email_verified_at: sql`coalesce(${users.email_verified_at}, ${ctx.now.toString()})`,
        })
        .where(and(eq(users.id, user_id), eq(users.email, email), isNull(users.disabled_at)))
        .returning();
      if (!user) throw linkInvalid();
      await retireTokens(ctx.db, "reset_password", email, ctx.now);
      await revokeFamiliesOf(ctx.db, user_id, ctx.now, "password changed");
      const style = await styleOfUser(ctx.db, user, ctx.now);
      await postMail(ctx.db, { to: email, ...passwordChanged(style, user.name) });
      ctx.audit({ target_type: "user", target_id: user_id });
      return null;
    },
    {
      prepare: async (caller, { token, password }) => {
        const now = caller.clock.now();
        const { email, user, organization_names } = await inIdentity(null, async (db) => {
          const { email } = await getOpenToken(db, "reset_password", token, now);
          const user = await findUserByEmail(db, email);
          if (user) await bindTransaction(db, { organization_id: null, user_id: user.id });
          const organizations = user ? await organizationsOf(db, user.id, now) : [];
          return { email, user, organization_names: organizations.map(({ name }) => name) };
        });
        if (!user || !mayReset(user)) throw linkInvalid();
        await refuseWeakPassword(password, { email, name: user.name, organization_names });
        await forgiveAccount(email);
        return { password_hash: await hashPassword(password) };
      },
      afterCommit: sendMailsSoon,
    },
  ),
);
