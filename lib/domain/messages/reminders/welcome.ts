import { sql } from "drizzle-orm";
import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { lastsTo, localDay } from "@/lib/domain/memberships/rules";
import { notify } from "@/lib/domain/messages/notifications";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";

const contract = job({
  id: "reminders.welcome",
  input: z.strictObject({ membership_id: z.uuid() }),
  output: z.object({ queued: z.int() }),
});

const importContract = job({
  id: "reminders.welcome_imported",
  input: z.strictObject({ import_id: z.uuid(), membership_ids: z.array(z.uuid()).min(1) }),
  output: z.object({ queued: z.int() }),
});

/** P10, if selected: welcomes imported members with a current or future membership, by the latest one. */
export const welcomeImported = operation(importContract, async (ctx, { import_id, membership_ids }) => {
  const { rows } = await ctx.db.execute<NewMembership>(sql`
    select distinct on (ms.member_id) ms.id, ms.member_id, ms.plan_name, ms.starts_on::text from memberships ms
    join locations l on l.organization_id = ms.organization_id and l.id = ms.location_id
    join membership_plans p on p.organization_id = ms.organization_id and p.id = ms.plan_id
    where ms.organization_id = ${ctx.organization_id} and ms.import_id = ${import_id}
      and ms.id = any(${sql.param(membership_ids)}::uuid[]) and ms.cancelled_on is null and p.kind <> 'day_pass'
      and ${lastsTo("ms", localDay("l", ctx.now))}
      and not exists (
        select 1 from memberships before where before.organization_id = ms.organization_id
          and before.member_id = ms.member_id and before.import_id is distinct from ms.import_id)
    order by ms.member_id, ms.starts_on desc, ms.id`);
  // The import chose the time, so civil hours apply.
  return welcomeEach(ctx, rows, { hours: "civil" });
});

/**
 * Welcomes a member to their first sold membership. P10: imported members are not new at their next sale; F11: neither are
 * returning ones.
 */
export const welcomeMember = operation(contract, async (ctx, { membership_id }) => {
  const { rows } = await ctx.db.execute<NewMembership>(sql`
    select ms.id, ms.member_id, ms.plan_name, ms.starts_on::text from memberships ms
    where ms.organization_id = ${ctx.organization_id} and ms.id = ${membership_id} and ms.import_id is null
      and not exists (
        select 1 from memberships before where before.organization_id = ms.organization_id
          and before.member_id = ms.member_id and (before.created_at, before.id) < (ms.created_at, ms.id))`);
  return welcomeEach(ctx, rows);
});

type NewMembership = { id: string; member_id: string; plan_name: string; starts_on: CalendarDay };

async function welcomeEach(
  ctx: Ctx<unknown>,
  rows: NewMembership[],
  options: { hours?: "civil" } = {},
): Promise<{ queued: number }> {
  const { queued } = await notify(
    ctx,
    "welcome",
    rows.map(({ id, member_id, ...variables }) => ({ member_id, event_key: "welcome", about: { id }, variables })),
    options,
  );
  return { queued };
}
