import { eq, sql } from "drizzle-orm";
import { sessionFamilies } from "@/db/schema";
import * as contracts from "@/lib/contracts/me/me";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { stillWard } from "@/lib/kernel/resolve-caller";

type OwnPerson = { member_id: string; first_name: string; last_name: string; is_self: boolean };

/** J14: the member that the user is, then their wards. The same relation as in lib/kernel/resolve-caller.ts. */
async function peopleOf({ db, caller, now, organization_id }: Ctx<unknown>): Promise<OwnPerson[]> {
  if (caller.actor.type !== "user") return [];
  const { rows } = await db.execute<OwnPerson>(sql`
    select m.id as member_id, m.first_name, m.last_name, m.user_id is not distinct from ${caller.actor.id} as is_self
    from members m
    where m.organization_id = ${organization_id} and m.archived_at is null and (m.user_id = ${caller.actor.id} or m.id in (
      select a.member_id from member_addresses a
      join organizations o on o.id = a.organization_id
      join users u on u.id = ${caller.actor.id} and u.email = a.email and u.email_verified_at is not null
      where a.organization_id = ${organization_id} and a.kind = 'guardian'
        and ${sql.raw(stillWard)} > ${now.toString()}::timestamptz))
    order by 4 desc, m.birth_on, m.id`);
  return rows;
}

export const listOwnPeople = operation(contracts.listOwnPeople, async (ctx) => {
  const { member_id } = ctx.caller;
  const people = await peopleOf(ctx);
  return { data: people.map((one) => ({ ...one, is_shown: one.member_id === member_id })) };
});

export const showOwnPerson = operation(contracts.showOwnPerson, async (ctx, { member_id }) => {
  const chosen = (await peopleOf(ctx)).find((one) => one.member_id === member_id);
  const { session } = ctx.caller;
  if (!chosen || !session) throw notFound();
  await ctx.db
    .update(sessionFamilies)
    .set({ acting_member_id: chosen.is_self ? null : member_id })
    .where(eq(sessionFamilies.id, session.family_id));
  ctx.audit({ target_type: "member", target_id: member_id });
  return { ...chosen, is_shown: true };
});
