import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/identity/sign-in-links";
import * as web from "@/lib/contracts/identity/web-session";
import type { Caller } from "@/lib/kernel/caller";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { bindTransaction } from "./bind-transaction";
import { postMail } from "./mail";
import { styleOfUser } from "./mail-style";
import { firstSignInLink, passwordOnly, signInLink } from "./mail-texts";
import { claimToken, getOpenToken, issueOneTimeToken, linkInvalid, retireTokens } from "./one-time-token";
import { findUserByEmail, isActiveAccount, type User } from "./people";
import { sendMailsSoon } from "./send-mails";
import { openApiSession, openFamily } from "./session-family";
import { createAccount, findByAddress, linkKnown, nameOfKnown, styleOfKnown } from "./sign-in-members";
import { forgiveAccount, mayMail } from "./throttle";
import { withMinimumDuration } from "./with-minimum-duration";

type MailTerms = Ctx<{ may_mail: boolean }>;

/** Sends the link. The answer is the same for an unknown address (A10). */
export const sendSignInLink = withMinimumDuration(
  withoutOrganization(
    operation(
      contracts.sendSignInLink,
      async (ctx: MailTerms, { email }) => {
        const user = await findUserByEmail(ctx.db, email);
        if (ctx.prepared.may_mail) await (user ? mailUser(ctx, user) : mailFirstLink(ctx, email));
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

/** Super admins reach every gym, so a mailbox alone does not open their account. */
async function mailUser({ db, now }: MailTerms, user: User): Promise<void> {
  if (!isActiveAccount(user)) return;
  const style = await styleOfUser(db, user, now);
  if (user.is_super_admin) return postMail(db, { to: user.email, ...passwordOnly(style, user.name) });
  const token = await issueOneTimeToken(db, { purpose: "sign_in", email: user.email, user_id: user.id }, now);
  await postMail(db, { to: user.email, ...signInLink(style, user.name, token) });
}

/** The way in of a member, or a guardian, who has no account: the link proves the mailbox and creates it. */
export async function mailFirstLink({ db, now }: Pick<MailTerms, "db" | "now">, email: string): Promise<void> {
  const known = await findByAddress(db, email, now, null);
  const [first] = known;
  if (!first) return;
  const name = await nameOfKnown(db, first);
  await bindTransaction(db, { organization_id: null, user_id: null });
  const token = await issueOneTimeToken(db, { purpose: "sign_in", email }, now);
  const gyms = [...new Set(known.map(({ card }) => card.name))];
  await postMail(db, { to: email, ...firstSignInLink(styleOfKnown(known), name, gyms, token) });
}

/** Consumes nothing, because mail scanners open links. */
export const readSignInLink = withoutOrganization(
  operation(contracts.readSignInLink, async ({ db, now }, { token }) => {
    const { email } = await getOpenToken(db, "sign_in", token, now);
    return { email };
  }),
);

/** Consumes the token and returns its user; a first link creates the account. Leaves the transaction bound to the user. */
async function enterByLink(ctx: Ctx<unknown>, token: string): Promise<User> {
  const { email, user_id } = await claimToken(ctx.db, "sign_in", token, ctx.now);
  const before = await findUserByEmail(ctx.db, email);
  if (before ? !isActiveAccount(before) || before.is_super_admin : user_id !== null) throw linkInvalid();
  const known = await findByAddress(ctx.db, email, ctx.now, before?.id ?? null);
  const user = before ?? (await createFromKnown(ctx, email, known));
  if (!user.email_verified_at) {
    await ctx.db.update(users).set({ email_verified_at: ctx.now.toString() }).where(eq(users.id, user.id));
  }
  await linkKnown(ctx, user, known);
  await retireTokens(ctx.db, "sign_in", email, ctx.now);
  return user;
}

async function createFromKnown(ctx: Ctx<unknown>, email: string, known: Awaited<ReturnType<typeof findByAddress>>) {
  const [first] = known;
  // The member was archived, or their address was changed.
  if (!first) throw linkInvalid();
  const name = await nameOfKnown(ctx.db, first);
  await bindTransaction(ctx.db, { organization_id: null, user_id: null });
  return createAccount(ctx.db, ctx.now, { email, name: name || email });
}

/** The mailbox proves the user, so the counter of wrong passwords starts again. */
async function forgive(caller: Caller, token: string): Promise<void> {
  const { email } = await inIdentity(null, (db) => getOpenToken(db, "sign_in", token, caller.clock.now()));
  await forgiveAccount(email);
}

export const openSessionByLink = withoutOrganization(
  operation(
    contracts.openSessionByLink,
    async (ctx: Ctx<void>, { token }) => {
      const user = await enterByLink(ctx, token);
      const answer = await openApiSession(ctx, user, ([first]) => first ?? null);
      ctx.audit({ target_type: "user", target_id: user.id });
      return answer;
    },
    { prepare: (caller, { token }) => forgive(caller, token) },
  ),
);

export const openWebSessionByLink = withoutOrganization(
  operation(
    web.openWebSessionByLink,
    async (ctx: Ctx<void>, { token }) => {
      const { id, session_version } = await enterByLink(ctx, token);
      const family = await openFamily(ctx, id, "web", null);
      ctx.audit({ target_type: "user", target_id: id });
      return { user_id: id, session_version, family_id: family.id };
    },
    { prepare: (caller, { token }) => forgive(caller, token) },
  ),
);
