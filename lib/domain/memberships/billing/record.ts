import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { membershipEvents } from "@/db/schema";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";
import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Happening, HappeningNote } from "@/lib/values/membership-history";

export type Recorded = {
  membership_id: string;
  effective_on: CalendarDay;
  facts: Happening;
  note?: HappeningNote | undefined;
};

/** Writes what happened to memberships, within the transaction that does it. */
export async function recordHappenings(ctx: Ctx<unknown>, happenings: readonly Recorded[]): Promise<void> {
  const { caller, organization_id, now } = ctx;
  const by = caller.actor.type === "anonymous" ? null : caller.actor.name;
  const created_at = now.toString();
  await insertRecords(
    ctx,
    membershipEvents,
    happenings.map(({ membership_id, effective_on, facts: { kind, ...facts }, note }) => ({
      ...{ id: newId(), organization_id, membership_id, kind, effective_on, facts: { ...facts, by, ...note } },
      ...{ invoice_id: null, created_by: userIdOf(caller), created_at },
    })),
  );
}
