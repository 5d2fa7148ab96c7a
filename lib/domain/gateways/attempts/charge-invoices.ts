import type { Caller } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import type { AttemptOrigin } from "@/lib/values/gateways";
import { beginCharge, findOut } from "./advance";
import { type Announced, findUncharged, findUnsettled, reserveCharges, settleCharges } from "./jobs";
import type { Reserved, Skipped } from "./reserve";
import type { Answer, Settled } from "./settle";

/** Attempts whose answers are stored in one transaction, and calls at a time. */
const sliceSize = 40;
const callsAtOnce = 8;

type Charge = { invoice_ids: string[]; origin: AttemptOrigin; is_automatic?: boolean };
type Charged = { settled: Settled[]; skipped: Skipped[] };

/**
 * Charges invoices to the default methods of their payers: reserve, call, settle. A crash between the steps leaves reserved attempts,
 * which the sweep settles. A repetition finds the invoices in progress or paid.
 */
export async function chargeInvoices(
  caller: Caller,
  { invoice_ids, origin, is_automatic = false }: Charge,
): Promise<Charged> {
  const { reserved, skipped } = await reserveCharges(caller, { invoice_ids, origin, is_automatic });
  return { settled: await callAndSettle(caller, reserved, beginCharge), skipped };
}

/** Calls the gateways of attempts that are reserved, and stores what they answer. */
export const chargeReserved = (caller: Caller, reserved: readonly Reserved[]): Promise<Settled[]> =>
  callAndSettle(caller, reserved, beginCharge);

/** Charges what a crash, or keys that the gateway refused, left uncharged. */
export async function chargeWaiting(caller: Caller): Promise<{ found: number }> {
  const { invoice_ids } = await findUncharged(caller, {});
  if (invoice_ids.length > 0) await chargeInvoices(caller, { invoice_ids, origin: "renewal" });
  return { found: invoice_ids.length };
}

/** Settles the attempts whose answer was lost or is awaited. Returns whether there are more. */
export async function sweepAttempts(caller: Caller): Promise<{ settled: number; has_more: boolean }> {
  const { reserved, has_more } = await findUnsettled(caller);
  const settled = await callAndSettle(caller, reserved, findOut);
  return { settled: settled.length, has_more };
}

async function callAndSettle(
  caller: Caller,
  reserved: readonly Reserved[],
  call: typeof beginCharge,
): Promise<Settled[]> {
  const { organization } = caller;
  if (!organization) throw notFound();
  const settled: Settled[] = [];
  for (let from = 0; from < reserved.length; from += sliceSize) {
    const next = await inParallel(reserved.slice(from, from + sliceSize), callsAtOnce, (one) =>
      call(caller, organization, one),
    );
    const answers = next.flatMap((one): Answer[] => ("answer" in one ? [one.answer] : []));
    const announced = next.flatMap((one): Announced[] => ("announced" in one ? [one.announced] : []));
    settled.push(...(await settleCharges(caller, { answers, announced })));
  }
  return settled;
}

async function inParallel<T, R>(items: readonly T[], limit: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
