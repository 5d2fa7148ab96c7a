import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/gateways/payment-attempts";
import { refuseGateways } from "@/lib/domain/gateways/connections/refuse";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { notFound, Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { beginCharge } from "./advance";
import { getAttemptRow } from "./list";
import { reserveAttempts, type SkipReason } from "./reserve";
import { scheduleCharges } from "./schedule-charges";
import { settleAttempts } from "./settle";
import { skipSentences } from "./skip-sentences";

export type BegunCharge = Awaited<ReturnType<typeof beginCharge>> | Problem;

/** The gateway is called before the transaction: reserve, call, settle. A crash in between is settled by the sweep. */
export const chargeInvoice = operation(
  contracts.chargeInvoice,
  async (ctx: Ctx<BegunCharge>) => {
    const attempt = await settleBegun(ctx, ctx.prepared);
    const { status, amount_minor, currency } = attempt;
    ctx.audit({ target_type: "payment_attempt", target_id: attempt.id, after: { status, amount_minor, currency } });
    return attempt;
  },
  { prepare: beginStaffCharge },
);

/** Stores the answer of a charge that staff began. Throws its refusal. */
export async function settleBegun(ctx: Ctx<unknown>, begun: BegunCharge) {
  if (begun instanceof Problem) throw begun;
  const attempt_id = "answer" in begun ? begun.answer.attempt_id : begun.announced.attempt_id;
  if ("answer" in begun) await refuseGateways(ctx, await settleAttempts(ctx, [begun.answer]));
  else await scheduleCharges(ctx, [begun.announced]);
  return getAttemptRow(ctx, attempt_id);
}

/** A refusal is returned and not thrown, so that a repeated request gets the stored answer of the first one. */
export async function beginStaffCharge(
  caller: Caller,
  input: { id: string; payment_method_id?: string | undefined },
): Promise<BegunCharge> {
  const { organization } = caller;
  if (!organization) return notFound();
  const organization_id = organization.id;
  const { reserved, skipped } = await inTenant({ organization_id, user_id: userIdOf(caller) }, (db) =>
    reserveAttempts(
      { db, organization_id, caller, now: caller.clock.now() },
      { invoice_ids: [input.id], origin: "staff", saved_method_id: input.payment_method_id },
    ),
  );
  const [one] = reserved;
  return one ? beginCharge(caller, organization, one) : refusalOf(skipped[0]?.reason ?? "nothing_open");
}

/** An invoice out of reach and one with nothing to pay get the same answer, so that it reveals nothing. */
const refusalOf = (reason: SkipReason): Problem =>
  reason === "nothing_open" ? notFound() : new Problem("conflict", skipSentences[reason]);
