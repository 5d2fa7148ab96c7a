import { randomInt } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { invitations, outboxMails, staff, users } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import { sendSignInLink } from "@/lib/domain/identity";
import { newInvitationToken } from "@/lib/domain/identity/invitation";
import { hashPassword, setHashCost } from "@/lib/domain/identity/password-hash";
import { anonymousCaller, type Caller } from "@/lib/kernel/caller";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import type { StaffRole } from "@/lib/values/permissions";
import type { Gym } from "./gym";

// The work factor is a matter of the machine's time, not of what is tested.
setHashCost(4);

export const goodPassword = "a long walk by the river";

export type Account = { id: string; email: string; name: string; password: string };

/** A user with a password, as registration creates one. */
export async function newAccount(fields: Partial<typeof users.$inferInsert> = {}): Promise<Account> {
  const id = newId();
  const account = { id, email: `u-${id.slice(-12)}@example.com`, name: "Robin Test" };
  const password_hash = await hashPassword(goodPassword);
  await inIdentity(null, (db) =>
    db.insert(users).values({ ...account, password_hash, email_verified_at: "2026-01-01T00:00:00Z", ...fields }),
  );
  return { ...account, ...(fields.email ? { email: fields.email } : {}), password: goodPassword };
}

export async function joins(gym: Pick<Gym, "organization_id">, account: Account, role: StaffRole): Promise<string> {
  const id = newId();
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(staff).values({ id, organization_id, user_id: account.id, role }),
  );
  return id;
}

type Invited = { email: string; role?: StaffRole; location_ids?: string[]; invited_by?: string; expires_at?: string };

/** The token of an open invitation. */
export async function invite(
  { organization_id, people }: Gym,
  { email, role = "receptionist", location_ids = [], invited_by, expires_at = "2999-01-01T00:00:00Z" }: Invited,
): Promise<string> {
  const { token, token_hash } = newInvitationToken(organization_id);
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(invitations).values({
      organization_id,
      email,
      role,
      location_ids,
      token_hash,
      invited_by: invited_by ?? people.gym_owner.user_id,
      expires_at,
    }),
  );
  return token;
}

/** An address of its own for every test, since tries are counted by address. */
export const newAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
export const from = (address: string) => ({ "x-forwarded-for": address });

export function visitor(clock: Clock = systemClock): Caller {
  const facts = { ip: newAddress(), user_agent: "test", request_id: newId(), reason: null };
  return { ...anonymousCaller(facts), clock };
}

/** Newest first. */
export async function mailsTo(email: string): Promise<{ subject: string; text: string }[]> {
  const rows = await inIdentity(null, (db) =>
    db
      .select()
      .from(outboxMails)
      .where(eq(outboxMails.to_email, email))
      .orderBy(desc(outboxMails.created_at), desc(outboxMails.id)),
  );
  return rows.map(({ subject, text_body }) => ({ subject, text: text_body }));
}

export function tokenIn(mail: { text: string } | undefined): string {
  const token = /[?&]token=([\w.-]+)/.exec(mail?.text ?? "")?.[1];
  if (!token) throw new Error(`There is no token in this mail: ${mail?.text}`);
  return token;
}

/** The token of a sign-in link. */
export async function signInToken(email: string): Promise<string> {
  await sendSignInLink(visitor(), { email });
  return tokenIn((await mailsTo(email))[0]);
}
