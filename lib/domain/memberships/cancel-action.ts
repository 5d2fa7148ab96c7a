import type { z } from "zod";
import type * as contracts from "@/lib/contracts/memberships/membership-actions";
import { creditableOfMembership } from "@/lib/domain/billing/corrections";
import * as engine from "@/lib/domain/billing/engine";
import { invalid, Problem } from "@/lib/kernel/errors";
import type { ClockCtx } from "@/lib/kernel/operation";
import { addDays } from "@/lib/values/calendar-day";
import type { LegalRules } from "@/lib/values/legal-rules";
import type { CancelReason } from "@/lib/values/membership-terms";
import { writtenDay } from "@/lib/values/written-day";
import type { Acted, Action } from "./act";
import { type Billed, withRefusals } from "./billing";
import { coolingOffOf, legalRulesAt } from "./legal";

type Cancellation = Omit<z.output<typeof contracts.cancelMembership.input>, "id" | "reason">;

/** F1, F4, F10. An end that was set for the end of the period may come sooner. */
export const cancelAction =
  (ctx: ClockCtx, cancellation: Cancellation): Action =>
  async (billed) => {
    const { state, today, row } = billed;
    const { when, reason_code } = cancellation;
    if (state.ends_on !== null && state.ends_on < today)
      throw new Problem("conflict", "This membership has already ended by its term.");
    if (state.cancellation && (when !== "now" || (state.cancelled_on !== null && state.cancelled_on <= today)))
      throw new Problem(
        "conflict",
        `This membership is already cancelled${state.cancelled_on ? `, with access until ${writtenDay(addDays(state.cancelled_on, -1))}` : ""}.`,
      );
    const rules = await legalRulesAt(ctx, row.location_id);
    if (reason_code === "cooling_off") return coolingOffAction(ctx, billed, cancellation, rules);
    const overrides_min_term = overridesTerm(cancellation, rules);
    return withRefusals(() => {
      const open = reopened(state, today, rules);
      return engine.cancelMembership(open, { ...cancellation, at: when, on: today, overrides_min_term });
    });
  };

/** Without a cancellation that is set for later, and with the notice that the law allows. */
export function reopened(state: engine.BillingState, today: string, { max_notice_days }: LegalRules) {
  const open = state.cancellation ? engine.withdrawCancellation(state, today).state : state;
  const notice_days = Math.min(open.notice_days, max_notice_days ?? open.notice_days);
  return { ...open, notice_days };
}

/** F10: a reason that ends the minimum term, with the proof that the rules ask for. */
function overridesTerm({ reason_code, proof }: Cancellation, rules: LegalRules): boolean {
  if (!reason_code || !overrides(reason_code, rules)) return false;
  if (rules.needs_proof && !proof)
    throw invalid(
      "proof",
      "This reason ends the minimum term. Note what proof you have seen, such as a doctor's letter",
    );
  return true;
}

export const overrides = (reason: CancelReason, { overriding_reasons }: LegalRules): boolean =>
  overriding_reasons.includes(reason);

/** F4: ends at once, and everything that was charged is given back. What the engine finds unbilled is never billed. */
async function coolingOffAction(
  ctx: ClockCtx,
  billed: Billed,
  { when }: Cancellation,
  rules: LegalRules,
): Promise<Acted> {
  const { state, today, row } = billed;
  if (when !== "now")
    throw invalid("when", "A cancellation in the cooling-off period ends the membership at once. Choose now");
  const period = await coolingOffOf(ctx, billed, rules);
  if (!period)
    throw new Problem(
      "conflict",
      "This membership is not in a cooling-off period. Choose another reason, or the end of the period.",
    );
  const { state: cancelled } = withRefusals(() =>
    engine.cancelMembership(reopened(state, today, rules), {
      ...{ at: "now", on: today, overrides_min_term: true, credit_unused: false },
    }),
  );
  return { state: cancelled, lines: [], refund: await refundLines(ctx, row.id, today) };
}

/** C12: what the credit notes will take back. */
async function refundLines(ctx: ClockCtx, id: string, today: string): Promise<NonNullable<Acted["refund"]>> {
  const creditable = await creditableOfMembership(ctx, id);
  return creditable.flatMap(({ shares }) =>
    shares.map(({ line, taxed }) => ({
      ...{ kind: line.kind, label: line.description, due_on: today, from_on: line.from_on, to_on: line.to_on },
      ...{ amount_minor: 0 - taxed.gross_minor, discount_minor: 0, net_minor: 0 - taxed.net_minor },
      ...{ tax_minor: 0 - taxed.tax_minor, total_minor: 0 - taxed.gross_minor },
      why: "Given back in full, because the membership is cancelled in its cooling-off period.",
    })),
  );
}
