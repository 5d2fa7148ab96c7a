import type { PendingSignUp } from "@/db/schema";
import * as contracts from "@/lib/contracts/identity/accounts";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { postMail } from "./mail";
import { alreadySignedUp, completeSignUp, productStyle } from "./mail-texts";
import { findWaitingSignUp, issueOneTimeToken, retireTokens } from "./one-time-token";
import { refuseTakenSlug } from "./open-gym";
import { hashPassword } from "./password-hash";
import { refuseWeakPassword } from "./password-policy";
import { findUserByEmail } from "./people";
import { sendMailsSoon } from "./send-mails";
import { mayMail } from "./throttle";
import { withMinimumDuration } from "./with-minimum-duration";

const checkYourEmail = { status: "check_your_email" } as const;

/**
 * A10: nothing visible is created before the mailbox is verified. An immediate user or organization would reveal, by its slug or
 * by the sign-in, whether the e-mail was new.
 */
export const register = withMinimumDuration(
  withoutOrganization(
    operation(
      contracts.register,
      async (ctx: Ctx<{ may_mail: boolean; password_hash: string }>, { email, name, organization }) => {
        const { password_hash, may_mail } = ctx.prepared;
        const slug = organization.slug ?? null;
        await refuseTakenSlug(ctx.db, slug, "organization.slug");
        const user = await findUserByEmail(ctx.db, email);
        if (may_mail && user) await postMail(ctx.db, { to: email, ...alreadySignedUp(productStyle) });
        if (may_mail && !user) {
          const sign_up: PendingSignUp = { name, password_hash, organization: { ...organization, slug } };
          const token = await issueOneTimeToken(ctx.db, { purpose: "verify_email", email, sign_up }, ctx.now);
          await postMail(ctx.db, { to: email, ...completeSignUp(token) });
        }
        ctx.audit({ target_type: "user", target_id: user?.id ?? null });
        return checkYourEmail;
      },
      {
        prepare: async (caller, { email, password, name, organization }) => {
          await refuseWeakPassword(password, { email, name, organization_names: [organization.name] });
          const may_mail = await mayMail(email, caller.ip);
          return { may_mail, password_hash: await hashPassword(password) };
        },
        afterCommit: sendMailsSoon,
      },
    ),
  ),
  700,
);

export const resendVerification = withMinimumDuration(
  withoutOrganization(
    operation(
      contracts.resendVerification,
      async (ctx: Ctx<{ may_mail: boolean }>, { email }) => {
        const sign_up = await findWaitingSignUp(ctx.db, email, ctx.now);
        if (sign_up && ctx.prepared.may_mail) {
          await retireTokens(ctx.db, "verify_email", email, ctx.now);
          const token = await issueOneTimeToken(ctx.db, { purpose: "verify_email", email, sign_up }, ctx.now);
          await postMail(ctx.db, { to: email, ...completeSignUp(token) });
        }
        ctx.audit({ target_type: "user", target_id: null });
        return checkYourEmail;
      },
      {
        prepare: async (caller, { email }) => ({ may_mail: await mayMail(email, caller.ip) }),
        afterCommit: sendMailsSoon,
      },
    ),
  ),
  300,
);
