import { chargeReserved } from "@/lib/domain/gateways/attempts";
import type { Caller } from "@/lib/kernel/caller";
import { applyConsequences } from "./consequences";
import { findUnfollowed, followFailure } from "./follow";
import { turnToNewMethod } from "./new-method";
import { reserveDue } from "./reserve-due";

/** Batches of one run. The next run goes on. */
const maxBatches = 20;

type Run = { tried: number; ended: number; written_off: number };

/**
 * Makes the tries that are due: reserve, call, settle. Then what follows from what is still unpaid. A crash leaves reserved attempts,
 * which the sweep of the gateways settles, and failures that no case knows, which the next run follows.
 */
export async function advanceDunning(caller: Caller): Promise<Run> {
  for (const failure of (await findUnfollowed(caller, {})).failures) await followFailure(caller, failure);
  const tried = await tryDue(caller);
  return { tried, ...(await applyConsequences(caller)) };
}

/** K4: tries the oldest unpaid invoice of the payer with the new method, then the next one as soon as it is paid. */
export async function tryNewMethod(
  caller: Caller,
  payer: { member_id: string | null; company_id: string | null },
): Promise<void> {
  const { cases } = await turnToNewMethod(caller, payer);
  if (cases > 0) await tryDue(caller);
}

async function tryDue(caller: Caller): Promise<number> {
  let tried = 0;
  for (let batch = 0; batch < maxBatches; batch++) {
    const { reserved, has_more } = await reserveDue(caller);
    await chargeReserved(caller, reserved);
    tried += reserved.length;
    if (reserved.length === 0 && !has_more) break;
  }
  return tried;
}
