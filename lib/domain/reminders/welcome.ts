import { sql } from "drizzle-orm";
import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { notify } from "@/lib/domain/notifications";
import { operation } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";

const terms = job({
  id: "reminders.welcome",
  input: z.strictObject({ membership_id: z.uuid() }),
  output: z.object({ queued: z.int() }),
});

/**
 * Greets whoever was sold their first membership. P10: an import sells nothing, and who came with one is no newcomer at the
 * next sale; F11: nor is who comes back.
 */
export const welcomeMember = operation(terms, async (ctx, { membership_id }) => {
  const { rows } = await ctx.db.execute<{ member_id: string; plan_name: string; starts_on: CalendarDay }>(sql`
    select ms.member_id, ms.plan_name, ms.starts_on::text from memberships ms
    where ms.organization_id = ${ctx.organization_id} and ms.id = ${membership_id} and ms.import_id is null
      and not exists (
        select 1 from memberships before where before.organization_id = ms.organization_id
          and before.member_id = ms.member_id and (before.created_at, before.id) < (ms.created_at, ms.id))`);
  const { queued } = await notify(
    ctx,
    "welcome",
    rows.map(({ member_id, ...variables }) => ({ member_id, event_key: "welcome", variables })),
  );
  return { queued };
});
