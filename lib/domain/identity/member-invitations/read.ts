import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import { identityEvents, isoInstant, memberInvitations, users } from "@/db/schema";
import * as contracts from "@/lib/contracts/identity/member-invitations";
import { signInActions } from "@/lib/domain/identity/credentials";
import { getMemberRow, type Member } from "@/lib/domain/members";
import { type OrganizationCtx, operation } from "@/lib/kernel/operation";
import { homeOf, type Recipient, recipientOf } from "./recipient";

type Login = z.input<typeof contracts.memberLogin>;

export const getMemberLogin = operation(contracts.getMemberLogin, async (ctx, { id }) =>
  readLogin(ctx, await getMemberRow(ctx, id)),
);

export async function readLogin(ctx: OrganizationCtx, member: Member): Promise<Login> {
  const recipient = recipientOf(ctx, member, await homeOf(ctx, member));
  return {
    member_id: member.id,
    login: member.user_id ? await readAccount(ctx, member.user_id) : null,
    recipient: recipient && { kind: recipient.kind, email: recipient.email },
    invitation: await readLatest(ctx, member, recipient),
  };
}

async function readAccount({ db }: OrganizationCtx, user_id: string): Promise<Login["login"]> {
  const [account] = await db.select({ email: users.email }).from(users).where(eq(users.id, user_id));
  const [latest] = await db
    .select({ at: sql<string | null>`max(${identityEvents.at})` })
    .from(identityEvents)
    .where(and(eq(identityEvents.user_id, user_id), inArray(identityEvents.action, signInActions)));
  return account ? { email: account.email, last_sign_in_at: latest?.at ? isoInstant(latest.at) : null } : null;
}

async function readLatest(
  { db, organization_id, now }: OrganizationCtx,
  { id }: Member,
  recipient: Recipient | null,
): Promise<Login["invitation"]> {
  const [row] = await db
    .select()
    .from(memberInvitations)
    .where(and(eq(memberInvitations.organization_id, organization_id), eq(memberInvitations.member_id, id)))
    .orderBy(desc(memberInvitations.sent_at), desc(memberInvitations.id))
    .limit(1);
  if (!row) return null;
  const { kind, email, sent_at, expires_at, accepted_at, revoked_at } = row;
  const is_void = recipient?.kind !== kind || recipient.email !== email;
  const is_expired = Date.parse(expires_at) <= now.epochMilliseconds;
  const state = accepted_at ? "accepted" : revoked_at ? "revoked" : is_void ? "void" : is_expired ? "expired" : "open";
  return { kind, email, sent_at, expires_at, state };
}
