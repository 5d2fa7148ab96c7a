import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { closures, imports, locations, members, memberships } from "@/db/schema";
import { job } from "@/lib/contracts/contract";
import { notifyStaff } from "@/lib/domain/messages/staff-notices";
import { type Ctx, operation } from "@/lib/kernel/operation";

const output = z.object({ notified: z.int() });

const contract = job({
  id: "reminders.tell_of_unwritten",
  input: z.strictObject({ kind: z.enum(["welcome", "cancellation_confirmed"]), membership_id: z.uuid() }),
  output,
});

const importContract = job({
  id: "reminders.tell_of_unwelcomed",
  input: z.strictObject({ import_id: z.uuid() }),
  output,
});

/** Sent after the last attempt: a person has to inform the member. */
const sentences = {
  welcome: (name: string, plan: string) => ({
    title: `${name} got no welcome`,
    body: `The message about the ${plan} could not be created after several attempts. Write to the member yourself.`,
  }),
  cancellation_confirmed: (name: string, plan: string) => ({
    title: `${name} has no confirmation of the cancellation`,
    body: `The confirmation for the ${plan} could not be created after several attempts. Confirm the last day in writing yourself.`,
  }),
};

export const notifyReminderFailed = operation(contract, async (ctx, { kind, membership_id }) => {
  const found = await membershipOf(ctx, membership_id);
  if (!found) return { notified: 0 };
  const { member, membership } = found;
  const name = `${member.first_name} ${member.last_name}`.trim();
  const notified = await notifyStaff(ctx, {
    kind: "job_failed",
    event_key: `unwritten:${kind}:${membership_id}:${membership.cancelled_at ?? ""}`,
    ...sentences[kind](name, membership.plan_name),
    href: `/manage/${ctx.organization.slug}/members/${member.id}`,
    permission: "messages.send",
    location_id: membership.location_id,
  });
  return { notified };
});

export const notifyWelcomeFailed = operation(importContract, async (ctx, { import_id }) => {
  const [found] = await ctx.db
    .select({ file_name: imports.file_name })
    .from(imports)
    .where(and(eq(imports.organization_id, ctx.organization_id), eq(imports.id, import_id)));
  if (!found) return { notified: 0 };
  const notified = await notifyStaff(ctx, {
    kind: "job_failed",
    event_key: `unwelcomed:${import_id}`,
    title: "Imported members got no welcome",
    body: `The messages to the members of ${found.file_name} could not be created after several attempts. Write to them with a bulk message.`,
    href: `/manage/${ctx.organization.slug}/settings/import/${import_id}`,
    permission: "members.import",
  });
  return { notified };
});

const closureContract = job({
  id: "reminders.tell_of_stopped_closure",
  input: z.strictObject({ closure_id: z.uuid() }),
  output,
});

export const notifyClosureFailed = operation(closureContract, async (ctx, { closure_id }) => {
  const [found] = await ctx.db
    .select({ name: locations.name, location_id: locations.id, version: closures.version })
    .from(closures)
    .innerJoin(
      locations,
      and(eq(locations.organization_id, closures.organization_id), eq(locations.id, closures.location_id)),
    )
    .where(and(eq(closures.organization_id, ctx.organization_id), eq(closures.id, closure_id)));
  if (!found) return { notified: 0 };
  const notified = await notifyStaff(ctx, {
    kind: "job_failed",
    event_key: `closure:${closure_id}:${found.version}`,
    title: `The closure of ${found.name} has stopped`,
    body: "Some memberships could not be changed after several attempts. Continue the closure on its page.",
    href: `/manage/${ctx.organization.slug}/closures`,
    permission: "closures.write",
    location_id: found.location_id,
  });
  return { notified };
});

async function membershipOf({ db, organization_id }: Ctx<unknown>, id: string) {
  const [row] = await db
    .select({ member: members, membership: memberships })
    .from(memberships)
    .innerJoin(
      members,
      and(eq(members.organization_id, memberships.organization_id), eq(members.id, memberships.member_id)),
    )
    .where(and(eq(memberships.organization_id, organization_id), eq(memberships.id, id)));
  return row;
}
