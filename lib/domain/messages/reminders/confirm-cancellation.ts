import { sql } from "drizzle-orm";
import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { finalAmountOf } from "@/lib/domain/memberships/billing";
import { lastDayOf } from "@/lib/domain/memberships/rules";
import { notify } from "@/lib/domain/messages/notifications";
import { operation } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";

const contract = job({
  id: "reminders.confirm_cancellation",
  input: z.strictObject({ membership_id: z.uuid() }),
  output: z.object({ queued: z.int() }),
});

type Cancelled = { member_id: string; plan_name: string; last_day_on: CalendarDay; key: string };

/**
 * F2: confirms a cancellation immediately. A second cancellation after a withdrawal is confirmed again; a withdrawn one is not.
 */
export const confirmCancellation = operation(contract, async (ctx, { membership_id }) => {
  const { rows } = await ctx.db.execute<Cancelled>(sql`
    select ms.member_id, ms.plan_name, ${lastDayOf("ms")}::text as last_day_on,
      extract(epoch from ms.cancelled_at)::text as key
    from memberships ms
    where ms.organization_id = ${ctx.organization_id} and ms.id = ${membership_id} and ms.cancelled_on is not null`);
  const final_amount = await finalAmountOf(ctx, membership_id);
  const { queued } = await notify(
    ctx,
    "cancellation_confirmed",
    rows.map(({ member_id, key, ...facts }) => ({
      member_id,
      event_key: `cancellation_confirmed:${membership_id}:${key}`,
      about: { id: membership_id, on: facts.last_day_on },
      variables: { ...facts, final_amount },
    })),
  );
  return { queued };
});
