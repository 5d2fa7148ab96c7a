import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema";
import * as engine from "@/lib/domain/billing/engine";
import type { Ctx } from "@/lib/kernel/operation";
import type { EndedFreeze } from "@/lib/values/billing-state";
import { addDays, type CalendarDay } from "@/lib/values/calendar-day";
import { freezeOn } from "@/lib/values/membership-rules/freeze";
import { perform } from "./act";
import { freezeChanged } from "./events";
import { getMembershipRow } from "./find";

export type FreezeReturn = { ended: EndedFreeze; next_bill_on: CalendarDay | null; charged_minor: number };

/** The caller's locations and the version that the request names are about the visit, not about the membership. */
const unbound = (ctx: Ctx<unknown>): Ctx<unknown> => ({
  ...ctx,
  organization_id: ctx.organization_id,
  caller: { ...ctx.caller, location_ids: null },
  expectVersion: () => undefined,
});

/** Locked in a statement of its own, so that the next one reads the freezes as the last holder of the lock left them. */
async function lockMembership({ db, organization_id }: Ctx<unknown>, id: string): Promise<void> {
  await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.organization_id, organization_id), eq(memberships.id, id)))
    .for("update");
}

/**
 * E4: ends the freeze of `day`, because the member came back; bills as an early return does (E3). Null where it has ended already, such as
 * by a concurrent check-in. Throws `EngineRefusal` where the engine cannot end it.
 */
export async function endFreezeOnReturn(
  ctx: Ctx<unknown>,
  { id, member_id, day }: { id: string; member_id: string; day: CalendarDay },
): Promise<FreezeReturn | null> {
  const free = unbound(ctx);
  await lockMembership(free, id);
  const { facts } = await getMembershipRow(free, id);
  const freeze = facts.freezes.find((one) => freezeOn({ freezes: [one] }, day));
  if (!freeze) return null;
  const { from_on, to_on, fee } = freeze;
  const ends_on = from_on === day ? null : addDays(day, -1);
  const { state, issued } = await perform(
    free,
    id,
    "freeze",
    (billed) =>
      ends_on === null
        ? engine.removeFreeze(billed.state, from_on, billed.today, { undo: true })
        : engine.changeFreezeEnd(billed.state, from_on, ends_on, billed.today),
    { reason: "The member checked in." },
  );
  ctx.emit(freezeChanged, { membership_id: id, member_id, to_on: ends_on });
  const bills = issued.filter(({ kind }) => kind === "invoice");
  return {
    ended: { membership_id: id, from_on, to_on, fee },
    next_bill_on: state.next_bill_on,
    charged_minor: bills.reduce((sum, { total_minor }) => sum + total_minor, 0),
  };
}

/** Puts back a freeze that an undone check-in had ended. False where the engine refuses, because a later period was billed since. */
export async function restoreFreeze(
  ctx: Ctx<unknown>,
  { member_id, ended }: { member_id: string; ended: EndedFreeze },
): Promise<boolean> {
  const { membership_id: id, ...freeze } = ended;
  const free = unbound(ctx);
  await lockMembership(free, id);
  try {
    await perform(
      free,
      id,
      "freeze",
      ({ state, today }) =>
        state.freezes.some(({ from_on }) => from_on === ended.from_on)
          ? engine.changeFreezeEnd(state, ended.from_on, ended.to_on, today)
          : engine.freezeMembership(state, freeze, today),
      { reason: "The check-in that ended it was undone." },
    );
  } catch (error) {
    if (error instanceof engine.EngineRefusal) return false;
    throw error;
  }
  ctx.emit(freezeChanged, { membership_id: id, member_id, to_on: ended.to_on });
  return true;
}
