import { decideEntry } from "@/lib/domain/access/entry-rules/decide";
import type { EntryWarning } from "@/lib/domain/access/entry-rules/decision";
import { dayInWords } from "@/lib/domain/access/entry-rules/wording";
import { EngineRefusal } from "@/lib/domain/billing/engine";
import { endFreezeOnReturn, type FreezeReturn } from "@/lib/domain/memberships";
import type { Ctx } from "@/lib/kernel/operation";
import type { EndedFreeze } from "@/lib/values/billing-state";
import { dayAt } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";
import type { AdmittedDecision, DeniedDecision } from "./apply-override";
import type { EntryContext } from "./entry-context";

type Returned = { warnings: EntryWarning[]; ended_freeze: EndedFreeze | null };

/** E4: ends the freeze that the decision names, and tells the desk the new bill day. `refused`: the engine cannot end it. */
export async function endFreeze(
  ctx: Ctx,
  { facts, person }: EntryContext,
  { ends_freeze, warnings, overridden_reason }: AdmittedDecision,
): Promise<Returned | "refused"> {
  if (!ends_freeze || !person) return { warnings, ended_freeze: null };
  const day = dayAt(facts.now, facts.location.time_zone);
  const returned = await ended(ctx, { id: ends_freeze.membership_id, member_id: person.id, day });
  if (returned === "refused") return overridden_reason ? { warnings, ended_freeze: null } : "refused";
  if (!returned) return { warnings: warnings.filter(({ code }) => code !== "freeze_ended"), ended_freeze: null };
  const told = warnings.map((warning) =>
    warning.code === "freeze_ended" ? { ...warning, tell_staff: `${warning.tell_staff}${next(returned)}` } : warning,
  );
  return { warnings: told, ended_freeze: returned.ended };

  function next({ next_bill_on, charged_minor }: FreezeReturn): string {
    const bill = next_bill_on ? ` The next bill is on ${dayInWords(next_bill_on, day, facts.locale)}.` : "";
    const charged = formatMoney(charged_minor, ctx.organization.currency, facts.locale);
    return charged_minor > 0 ? `${bill} ${charged} was billed today.` : bill;
  }
}

async function ended(ctx: Ctx, visit: Parameters<typeof endFreezeOnReturn>[1]) {
  try {
    return await endFreezeOnReturn(ctx, visit);
  } catch (error) {
    if (error instanceof EngineRefusal) return "refused" as const;
    throw error;
  }
}

/** The refusal as if the plan did not let a check-in end the freeze. */
export function frozenAfterAll({ facts }: EntryContext): DeniedDecision {
  const memberships = facts.memberships.map((membership) => ({
    ...membership,
    freezes: membership.freezes.map(({ from_on, to_on }) => ({ from_on, to_on })),
  }));
  const decision = decideEntry({ ...facts, memberships });
  if (decision.outcome === "allowed") throw new Error("A freeze that could not be ended does not refuse the entry");
  return decision;
}
