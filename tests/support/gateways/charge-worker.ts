import { chargeInvoices, sweepAttempts } from "@/lib/domain/gateways/attempts";
import { type OrganizationCard, systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { snapshotEnvironment } from "@/lib/kernel/env";

export type ChargeOrder = { organization: OrganizationCard; at: string; invoice_ids: string[] };

/** Settles what is open at the gateway and charges invoices, as the jobs of inngest/schedules and inngest/reactions do. */
async function work({ organization, at, invoice_ids }: ChargeOrder): Promise<void> {
  const caller = systemCaller("Charges", organization, fixedClock(at));
  process.send?.("begun");
  while ((await sweepAttempts(caller)).has_more);
  await chargeInvoices(caller, { invoice_ids, origin: "renewal" });
  process.send?.("done");
}

snapshotEnvironment();
process.once("message", (order: ChargeOrder) => work(order));
process.send?.("ready");
