import { and, eq, isNull, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import { memberInvitations, members, users } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { stillWard } from "@/lib/kernel/resolve-caller";
import { fullName } from "@/lib/values/person-name";
import { auditInside, bindTransaction } from "./bind-transaction";
import { styleOfGym } from "./mail-style";
import type { MailStyle } from "./mail-texts";
import { productStyle } from "./mail-texts";
import { findCard, type User } from "./people";

export type KnownAddress = { card: OrganizationCard; member_id: string; kind: "own" | "guardian" };

/**
 * The members of all gyms that a mailbox belongs to, and the minors whose guardian has it. A gym's members have distinct addresses, so
 * a mailbox is at most one member of each gym. Leaves the transaction bound to no organization and to `user_id`.
 */
export async function findByAddress(
  db: Database,
  email: string,
  now: Temporal.Instant,
  user_id: string | null,
): Promise<KnownAddress[]> {
  await bindTransaction(db, { organization_id: null, user_id });
  await db.execute(sql`select set_config('app.email', ${email}, true)`);
  const { rows } = await db.execute<{ organization_id: string; member_id: string; kind: "own" | "guardian" }>(sql`
    select a.organization_id, a.member_id, a.kind from member_addresses a
    join organizations o on o.id = a.organization_id and o.suspended_at is null
    where a.email = ${email} and (a.kind = 'own' or ${sql.raw(stillWard)} > ${now.toString()}::timestamptz)
    order by a.organization_id, a.kind desc, a.member_id`);
  await db.execute(sql`select set_config('app.email', '', true)`);
  const known: KnownAddress[] = [];
  for (const { organization_id, member_id, kind } of rows) {
    const card = await findCard(db, organization_id);
    if (card) known.push({ card, member_id, kind });
  }
  return known;
}

/** What a member, or a guardian, is called in the gym. Leaves the transaction bound to that gym. */
export async function nameOfKnown(db: Database, { card, member_id, kind }: KnownAddress): Promise<string> {
  await bindTransaction(db, { organization_id: card.id, user_id: null });
  const [row] = await db
    .select({ first_name: members.first_name, last_name: members.last_name, guardian_name: members.guardian_name })
    .from(members)
    .where(and(eq(members.organization_id, card.id), eq(members.id, member_id)));
  if (!row) return "";
  const name = fullName(row.first_name, row.last_name);
  return kind === "own" ? name : (row.guardian_name ?? name);
}

/** The gym that a mail to this mailbox is sent for, if there is only one. */
export function styleOfKnown(known: readonly KnownAddress[]): MailStyle {
  const cards = new Map(known.map(({ card }) => [card.id, card]));
  const [only, ...others] = cards.values();
  return only && others.length === 0 ? styleOfGym(only) : productStyle;
}

/** A mailbox that was proven is an account without a password, until its owner sets one. */
export async function createAccount(
  db: Database,
  now: Temporal.Instant,
  account: { email: string; name: string; password_hash?: string | null },
): Promise<User> {
  const values = { ...account, email_verified_at: now.toString(), created_at: now.toString() };
  const [user] = await db.insert(users).values(values).onConflictDoNothing({ target: users.email }).returning();
  if (user) return user;
  throw new Problem("conflict", "An account with this address has just been created. Ask for a sign-in link.");
}

/**
 * J14: gives the member a login, once. Throws 409 where the member has one, or where the user is another member of the gym. In a
 * transaction that is bound to the gym. An invitation that is open has served its purpose.
 */
export async function linkMember(
  { db, now }: Pick<Ctx<unknown>, "db" | "now">,
  organization_id: string,
  member_id: string,
  user_id: string,
): Promise<void> {
  const [own] = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.organization_id, organization_id), eq(members.user_id, user_id)));
  if (own)
    throw new Problem("conflict", "This account belongs to another member of the gym. Sign in with another one.");
  const linked = await db
    .update(members)
    .set({ user_id, version: sql`${members.version} + 1`, updated_at: now.toString() })
    .where(
      and(
        eq(members.organization_id, organization_id),
        eq(members.id, member_id),
        isNull(members.user_id),
        isNull(members.archived_at),
      ),
    )
    .returning({ id: members.id });
  if (linked.length === 0) throw new Problem("conflict", "This member has a login already. Sign in with it.");
  await acceptOpen(db, organization_id, member_id, now);
}

export async function acceptOpen(
  db: Database,
  organization_id: string,
  member_id: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .update(memberInvitations)
    .set({ accepted_at: now.toString() })
    .where(
      and(
        eq(memberInvitations.organization_id, organization_id),
        eq(memberInvitations.member_id, member_id),
        isNull(memberInvitations.accepted_at),
        isNull(memberInvitations.revoked_at),
      ),
    );
}

/** Gives a user whose mailbox was just proven the memberships of that mailbox that have no login yet, in every gym. */
export async function linkKnown(ctx: Ctx<unknown>, user: User, known: readonly KnownAddress[]): Promise<void> {
  for (const { card, member_id, kind } of known) {
    if (kind !== "own") continue;
    await bindTransaction(ctx.db, { organization_id: card.id, user_id: user.id });
    if (!(await mayLink(ctx.db, card.id, member_id, user.id))) continue;
    await linkMember(ctx, card.id, member_id, user.id);
    await auditInside(ctx, card, user, {
      action: "auth.link_member",
      target_type: "member",
      target_id: member_id,
      after: { user_id: user.id },
    });
  }
  await bindTransaction(ctx.db, { organization_id: null, user_id: user.id });
}

/** Locks the member, so that two links at the same time are counted one after the other. */
async function mayLink(db: Database, organization_id: string, member_id: string, user_id: string): Promise<boolean> {
  const rows = await db
    .select({ id: members.id, user_id: members.user_id, archived_at: members.archived_at })
    .from(members)
    .where(
      and(
        eq(members.organization_id, organization_id),
        sql`(${members.id} = ${member_id} or ${members.user_id} = ${user_id})`,
      ),
    )
    .for("update");
  const [row] = rows;
  return rows.length === 1 && row?.id === member_id && row.user_id === null && row.archived_at === null;
}
