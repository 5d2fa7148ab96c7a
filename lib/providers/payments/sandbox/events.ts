import type { PlannedEvent, SandboxEvent, Vendor } from "./objects";

const lateMinutes = 10;
/** Gathers a few events, so that their order can differ. */
const shuffleSeconds = 30;

/** Stores that something happened, to be delivered as the account says. */
export function report({ tx, account, now }: Vendor, event: SandboxEvent): Promise<void> {
  return tx.emit({ ...event, created_at: now.toString(), ...deliveryPlan(account.webhooks, now) });
}

function deliveryPlan(
  mode: Vendor["account"]["webhooks"],
  now: Vendor["now"],
): Pick<PlannedEvent, "due_at" | "deliveries"> {
  if (mode === "off") return { due_at: null, deliveries: 1 };
  if (mode === "late") return { due_at: now.add({ minutes: lateMinutes }).toString(), deliveries: 1 };
  if (mode === "shuffled") return { due_at: now.add({ seconds: shuffleSeconds }).toString(), deliveries: 1 };
  return { due_at: now.toString(), deliveries: mode === "doubled" ? 2 : 1 };
}
