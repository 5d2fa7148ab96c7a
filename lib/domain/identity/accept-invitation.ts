import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { invitations, staff, staffLocations, users } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Output } from "@/lib/contracts/contract";
import * as contracts from "@/lib/contracts/identity/accounts";
import { newPassword } from "@/lib/contracts/identity/auth-fields";
import type { Caller } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { parseInput } from "@/lib/kernel/validation";
import { withoutOrganization } from "@/lib/kernel/without-organization";
import { auditInside, bindTransaction } from "./bind-transaction";
import { checkCredentials } from "./credentials";
import { getOpenInvitation, type Invitation, organizationOfToken } from "./invitation";
import { linkInvalid } from "./one-time-token";
import { hashPassword } from "./password-hash";
import { refuseWeakPassword } from "./password-policy";
import { findCard, findUserByEmail, isActiveAccount, personOf, type User } from "./people";

/** The invitation, and the account with its e-mail address, if there is one. */
function lookUp(
  caller: Caller,
  token: string,
): Promise<{ invitation: Invitation; user: User | null; gym_name: string }> {
  const organization_id = organizationOfToken(token);
  return inTenant({ organization_id, user_id: null }, async (db) => {
    const invitation = await getOpenInvitation(db, token, caller.clock.now());
    const gym_name = (await findCard(db, organization_id))?.name ?? "";
    return { invitation, user: await findUserByEmail(db, invitation.email), gym_name };
  });
}

const isSignedInAs = (caller: Caller, user: User | null) =>
  user !== null && caller.actor.type === "user" && caller.actor.id === user.id;

export const readInvitation = withoutOrganization(
  operation(contracts.readInvitation, async ({ db, caller, now }, { token }) => {
    const organization_id = organizationOfToken(token);
    await bindTransaction(db, { organization_id, user_id: null });
    const { email, role } = await getOpenInvitation(db, token, now);
    const organization = await findCard(db, organization_id);
    if (!organization) throw notFound();
    const user = await findUserByEmail(db, email);
    const needs: Output<typeof contracts.readInvitation>["needs"] = isSignedInAs(caller, user)
      ? "nothing"
      : user
        ? "password"
        : "new_account";
    return { organization, email, role, needs };
  }),
);

type NewAccount = { name: string; password_hash: string };

const newAccountFields = z.object({
  name: z.string({ error: "Enter your name" }),
  password: z.string({ error: "Choose a password" }).pipe(newPassword),
});

export const acceptInvitation = withoutOrganization(
  operation(
    contracts.acceptInvitation,
    async (ctx: Ctx<NewAccount | null>, { token }) => {
      const organization_id = organizationOfToken(token);
      await bindTransaction(ctx.db, { organization_id, user_id: null });
      const invitation = await getOpenInvitation(ctx.db, token, ctx.now);
      const card = await findCard(ctx.db, organization_id);
      if (!card) throw linkInvalid();
      const user = await findOrCreateUser(ctx, invitation);
      const staff_id = await joinTeam(ctx, invitation, user);
      const at = ctx.now.toString();
      await ctx.db
        .update(invitations)
        .set({ accepted_at: at })
        .where(and(eq(invitations.organization_id, organization_id), eq(invitations.id, invitation.id)));
      const { role, location_ids } = invitation;
      await auditInside(ctx, card, user, {
        action: contracts.acceptInvitation.id,
        target_type: "staff",
        target_id: staff_id,
        after: { user_id: user.id, role, location_ids, invited_by: invitation.invited_by },
      });
      ctx.audit({ target_type: "user", target_id: user.id, after: { organization_id, role } });
      const { id, slug, name } = card;
      return {
        user: personOf(user),
        organization: { id, slug, name, role, staff_id, member_id: null },
      };
    },
    {
      prepare: async (caller, { token, name, password }): Promise<NewAccount | null> => {
        const { invitation, user, gym_name } = await lookUp(caller, token);
        if (isSignedInAs(caller, user)) return null;
        if (user) {
          if (!password)
            throw new Problem("invalid_credentials", "This address has an account. Sign in, or send its password.");
          await checkCredentials(caller, { email: invitation.email, password });
          return null;
        }
        const account = parseInput(newAccountFields, { name, password });
        const known = { email: invitation.email, name: account.name, organization_names: [gym_name] };
        await refuseWeakPassword(account.password, known);
        return { name: account.name, password_hash: await hashPassword(account.password) };
      },
    },
  ),
);

async function findOrCreateUser({ db, now, prepared }: Ctx<NewAccount | null>, { email }: Invitation): Promise<User> {
  if (prepared) {
    const values = { ...prepared, email, email_verified_at: now.toString(), created_at: now.toString() };
    const [user] = await db.insert(users).values(values).onConflictDoNothing({ target: users.email }).returning();
    if (user) return user;
    throw new Problem(
      "conflict",
      "An account with this address has just been created. Sign in with it and accept again.",
    );
  }
  const user = await findUserByEmail(db, email);
  if (!user || !isActiveAccount(user)) throw linkInvalid();
  return user;
}

/** A returning colleague gets the old staff row, which retains their history. */
async function joinTeam({ db, now }: Ctx<NewAccount | null>, invitation: Invitation, user: User): Promise<string> {
  const { organization_id, role, location_ids } = invitation;
  const [before] = await db
    .select()
    .from(staff)
    .where(and(eq(staff.organization_id, organization_id), eq(staff.user_id, user.id)))
    .for("update");
  if (before && !before.ended_at) throw new Problem("already_exists", "You already belong to this team. Sign in.");
  const at = now.toString();
  const [row] = before
    ? await db
        .update(staff)
        .set({ role, ended_at: null, version: before.version + 1, updated_at: at })
        .where(and(eq(staff.organization_id, organization_id), eq(staff.id, before.id)))
        .returning()
    : await db.insert(staff).values({ organization_id, user_id: user.id, role }).returning();
  if (!row) throw new Error("The write must return the staff row");
  await db
    .delete(staffLocations)
    .where(and(eq(staffLocations.organization_id, organization_id), eq(staffLocations.staff_id, row.id)));
  if (location_ids.length > 0) {
    await db
      .insert(staffLocations)
      .values(location_ids.map((location_id) => ({ organization_id, staff_id: row.id, location_id })));
  }
  return row.id;
}
