import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Output } from "@/lib/contracts/contract";
import * as contracts from "@/lib/contracts/identity/member-invitations";
import { auditInside, bindTransaction } from "@/lib/domain/identity/bind-transaction";
import { organizationOfToken } from "@/lib/domain/identity/invitation";
import { postMail } from "@/lib/domain/identity/mail";
import { styleOfGym } from "@/lib/domain/identity/mail-style";
import { loginCreated } from "@/lib/domain/identity/mail-texts";
import { issueOneTimeToken, linkInvalid } from "@/lib/domain/identity/one-time-token";
import { hashPassword } from "@/lib/domain/identity/password-hash";
import { refuseWeakPassword } from "@/lib/domain/identity/password-policy";
import { findCard, findUserByEmail, isActiveAccount, organizationsOf, type User } from "@/lib/domain/identity/people";
import { sendMailsSoon } from "@/lib/domain/identity/send-mails";
import { acceptOpen, createAccount, linkMember } from "@/lib/domain/identity/sign-in-members";
import type { Caller, OrganizationCard } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { fullName } from "@/lib/values/person-name";
import { getOpenMemberInvitation, lockOpenMemberInvitation, type OpenInvitation } from "./open-invitation";

type Needs = Output<typeof contracts.readMemberInvitation>["needs"];

/** Who may use the link, and how: never another person without saying so. */
function needsOf({ actor }: Caller, { kind, email }: OpenInvitation["invitation"], account: User | null): Needs {
  if (actor.type !== "user") return account ? "sign_in" : "new_account";
  if (actor.email === email) return "nothing";
  return kind === "own" ? "confirm" : "sign_out";
}

export const readMemberInvitation = withoutOrganization(
  operation(contracts.readMemberInvitation, async ({ db, caller, now }, { token }) => {
    const organization_id = organizationOfToken(token);
    await bindTransaction(db, { organization_id, user_id: null });
    const { invitation, first_name } = await getOpenMemberInvitation(db, token, now);
    const organization = await findCard(db, organization_id);
    if (!organization) throw linkInvalid();
    const { kind, email } = invitation;
    return {
      organization,
      kind,
      first_name,
      email,
      needs: needsOf(caller, invitation, await findUserByEmail(db, email)),
      signed_in_as: caller.actor.type === "user" ? caller.actor.email : null,
    };
  }),
);

type Prepared = { password_hash: string | null };

export const acceptMemberInvitation = withoutOrganization(
  operation(
    contracts.acceptMemberInvitation,
    async (ctx: Ctx<Prepared>, { token, link_to_signed_in }) => {
      const organization_id = organizationOfToken(token);
      await bindTransaction(ctx.db, { organization_id, user_id: null });
      const open = await lockOpenMemberInvitation(ctx.db, token, ctx.now);
      const card = await findCard(ctx.db, organization_id);
      if (!card) throw linkInvalid();
      const needs = needsOf(ctx.caller, open.invitation, await findUserByEmail(ctx.db, open.invitation.email));
      refuseOther(needs, link_to_signed_in);
      const user = needs === "new_account" ? await newUser(ctx, open) : await signedInUser(ctx, open);
      await link(ctx, open, user);
      await tellInvited(ctx, card, open, user);
      await auditInside(ctx, card, user, {
        action: contracts.acceptMemberInvitation.id,
        target_type: "member",
        target_id: open.invitation.member_id,
        after: { user_id: user.id, kind: open.invitation.kind },
      });
      ctx.audit({ target_type: "user", target_id: user.id, after: { organization_id } });
      await bindTransaction(ctx.db, { organization_id: null, user_id: user.id });
      const organization = (await organizationsOf(ctx.db, user.id, ctx.now)).find(({ id }) => id === organization_id);
      if (!organization) throw linkInvalid();
      const sign_in_token =
        needs === "new_account"
          ? await issueOneTimeToken(ctx.db, { purpose: "sign_in", email: user.email, user_id: user.id }, ctx.now)
          : null;
      return { organization, sign_in_token };
    },
    { prepare: (caller, input) => prepare(caller, input), afterCommit: sendMailsSoon },
  ),
);

function refuseOther(needs: Needs, confirmed: boolean): void {
  if (needs === "sign_in") throw new Problem("unauthenticated", "This address has an account. Sign in to it first.");
  if (needs === "sign_out") {
    throw new Problem("conflict", "You are signed in with another address. Sign out, then open the link again.");
  }
  if (needs === "confirm" && !confirmed) {
    throw new Problem("conflict", "You are signed in with another address. Confirm to link the membership to it.");
  }
}

/** Hashing takes long, so it happens before the transaction. */
async function prepare(caller: Caller, { token, password }: { token: string; password?: string }): Promise<Prepared> {
  if (password === undefined || caller.actor.type === "user") return { password_hash: null };
  const organization_id = organizationOfToken(token);
  const known = await inTenant({ organization_id, user_id: null }, async (db) => {
    const { invitation, first_name, last_name } = await getOpenMemberInvitation(db, token, caller.clock.now());
    const card = await findCard(db, organization_id);
    return {
      email: invitation.email,
      name: fullName(first_name, last_name),
      organization_names: card ? [card.name] : [],
    };
  });
  await refuseWeakPassword(password, known);
  return { password_hash: await hashPassword(password) };
}

const nameOf = ({ invitation, first_name, last_name, guardian_name }: OpenInvitation): string =>
  invitation.kind === "own" ? fullName(first_name, last_name) : (guardian_name ?? invitation.email);

const newUser = ({ db, now, prepared }: Ctx<Prepared>, open: OpenInvitation): Promise<User> =>
  createAccount(db, now, {
    email: open.invitation.email,
    name: nameOf(open),
    password_hash: prepared.password_hash,
  });

/** The link proves the mailbox, so the address of the invited account is verified. */
async function signedInUser({ db, caller, now }: Ctx<Prepared>, { invitation }: OpenInvitation): Promise<User> {
  const [user] = caller.actor.type === "user" ? await db.select().from(users).where(eq(users.id, caller.actor.id)) : [];
  if (!user || !isActiveAccount(user)) throw new Problem("unauthenticated");
  if (user.email === invitation.email && !user.email_verified_at) {
    await db.update(users).set({ email_verified_at: now.toString() }).where(eq(users.id, user.id));
  }
  return user;
}

/** A guardian's access follows the address, so only an invitation of the member's own writes a login. */
async function link(ctx: Ctx<Prepared>, { invitation }: OpenInvitation, user: User): Promise<void> {
  const { organization_id, member_id, kind } = invitation;
  if (kind === "own") await linkMember(ctx, organization_id, member_id, user.id);
  else await acceptOpen(ctx.db, organization_id, member_id, ctx.now);
}

/** The owner of the mailbox hears of it, because a forwarded link may have been used by another person. */
async function tellInvited(ctx: Ctx<Prepared>, card: OrganizationCard, open: OpenInvitation, user: User) {
  const style = styleOfGym(card, open.language);
  await postMail(ctx.db, { to: open.invitation.email, ...loginCreated(style, nameOf(open), user.email) });
}
