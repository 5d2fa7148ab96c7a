import type { Issued } from "@/lib/domain/billing/documents";
import * as engine from "@/lib/domain/billing/engine";
import { type Action, type Performed, perform, preview } from "@/lib/domain/memberships/act";
import { refusalSentence } from "@/lib/domain/memberships/billing";
import { Problem } from "@/lib/kernel/errors";
import type { Ctx } from "@/lib/kernel/operation";
import { addDays } from "@/lib/values/calendar-day";
import type { Prepaid } from "./items";

type Wanted = { membership_id: string; periods: number };

const reasons: Partial<Record<engine.RefusalCode, string>> = {
  freeze_in_the_way: "A freeze moves the next bill, so the days are not certain.",
  prepaid_needs_whole_periods: "The next bill is not for a whole period.",
  not_recurring: "Only a recurring membership has a next period.",
  no_next_bill: "There is no next bill.",
};

/** Refuses with the way that remains: money can always be taken as account credit. */
function prepayAction(member_id: string, { periods }: Wanted): Action {
  return ({ row, state, today }) => {
    if (row.payer_company_id !== null || (row.payer_member_id ?? row.member_id) !== member_id)
      throw new Problem("conflict", `${row.plan_name} is paid by somebody else. Take the money from who pays for it.`);
    try {
      return engine.prepay(state, periods, today);
    } catch (error) {
      if (!(error instanceof engine.EngineRefusal)) throw error;
      const reason = reasons[error.code] ?? refusalSentence(error.code);
      throw new Problem(
        "conflict",
        `${row.plan_name} cannot be paid ahead. ${reason} Take the money as account credit instead.`,
      );
    }
  };
}

/** C12: what `prepay()` would do. */
export async function quotePrepaid(ctx: Ctx, member_id: string, wanted: Wanted) {
  let plan_name = "";
  const action = prepayAction(member_id, wanted);
  const { after, lines, total_minor } = await preview(ctx, wanted.membership_id, (billed) => {
    plan_name = billed.row.plan_name;
    return action(billed);
  });
  return { lines, prepaid: prepaidOf(wanted, { plan_name, next_bill_on: after.next_bill_on, total_minor }) };
}

export async function prepay(
  ctx: Ctx,
  member_id: string,
  wanted: Wanted,
): Promise<{ issued: readonly Issued[]; prepaid: Prepaid }> {
  const { billed, state, issued }: Performed = await perform(
    ctx,
    wanted.membership_id,
    "renewal",
    prepayAction(member_id, wanted),
  );
  const total_minor = issued.reduce((all, document) => all + document.total_minor, 0);
  const facts = { plan_name: billed.row.plan_name, next_bill_on: state.next_bill_on, total_minor };
  return { issued, prepaid: prepaidOf(wanted, facts) };
}

function prepaidOf(
  { membership_id, periods }: Wanted,
  { plan_name, next_bill_on, total_minor }: { plan_name: string; next_bill_on: string | null; total_minor: number },
): Prepaid {
  if (next_bill_on === null) throw new Error("What was prepaid has a next bill");
  return { membership_id, plan_name, periods, paid_to_on: addDays(next_bill_on, -1), next_bill_on, total_minor };
}
