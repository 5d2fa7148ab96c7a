import * as contracts from "@/lib/contracts/memberships/membership-actions";
import { cancellationOptions } from "@/lib/domain/billing/engine";
import { sellerOf } from "@/lib/domain/billing/entities";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { getBilled } from "./act";
import { billOf, refusalSentence } from "./billing";
import { overrides, reopened } from "./cancel-action";
import { coolingOffOf, legalRulesAt, mayCancelOnline } from "./legal";

/** F1, F4: what each way to end the membership means, before one is chosen. */
export async function optionsOf(ctx: Ctx<unknown>, id: string, reason_code?: Parameters<typeof overrides>[0]) {
  const billed = await getBilled(ctx, id, true);
  const { row, taxes, state, today } = billed;
  const [rules, seller] = [await legalRulesAt(ctx, row.location_id), await sellerOf(ctx, row.location_id)];
  const bill = { membership: row, taxes, seller, organization: ctx.organization };
  const hasEnded = state.cancelled_on !== null && state.cancelled_on <= today;
  const options = hasEnded
    ? []
    : cancellationOptions(reopened(state, today, rules), today, {
        overrides_min_term: reason_code !== undefined && overrides(reason_code, rules),
      });
  return {
    ...{ membership_id: id, plan_name: row.plan_name, currency: row.currency, today },
    cancelled_on: state.cancelled_on,
    options: options.map((option) => {
      const when = option.at === "now" ? ("now" as const) : ("period_end" as const);
      if (option.refusal !== null) return { when, refusal: refusalSentence(option.refusal), result: null };
      const { last_day, cancelled_on, last_charge_on, charges, unused } = option;
      return {
        ...{ when, refusal: null },
        result: {
          ...{ last_day, cancelled_on, last_charge_on, charges_minor: billOf(charges, bill).total_minor },
          unused_minor: 0 - billOf(unused, bill).total_minor,
        },
      };
    }),
    cooling_off: await coolingOffOf(ctx, billed, rules),
    ...{ overriding_reasons: [...rules.overriding_reasons], needs_proof: rules.needs_proof },
    may_cancel_online: mayCancelOnline(row, rules),
  };
}

export const getCancellationOptions = operation(contracts.getCancellationOptions, (ctx, { id, reason_code }) =>
  optionsOf(ctx, id, reason_code),
);
