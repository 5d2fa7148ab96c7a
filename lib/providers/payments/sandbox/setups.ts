import type { SetupRequest, SetupState } from "@/lib/providers/payments/payment-gateway";
import { sandboxDecline } from "@/lib/values/sandbox/outcomes";
import { type SandboxTestMethod, sandboxKindsFor, sandboxMethodOf } from "@/lib/values/sandbox/test-methods";
import { report } from "./events";
import { savedMethodOf, saveMethod } from "./methods";
import { change, create, type SandboxObject, SandboxRefusal, type Vendor } from "./objects";

export type SandboxSetup = SandboxObject<"setup">;

export async function startSetup(vendor: Vendor, request: SetupRequest): Promise<SandboxSetup> {
  const { customer_ref, currency, mandate, return_url, setup_id } = request;
  if (!(await vendor.tx.find("customer", customer_ref))) throw new SandboxRefusal("There is no such customer.");
  const data = { customer_ref, currency, mandate_max_minor: mandate.max_minor, return_url };
  return create(
    vendor,
    "setup",
    { ...data, status: "requires_action", method_ref: null, challenge: null, decline: null },
    { owner_ref: setup_id, parent_ref: customer_ref },
  );
}

/** What the payer's browser confirmed. A bank declines here only what it would never charge. */
export async function confirmSetup(vendor: Vendor, setup: SandboxSetup, token: string): Promise<SandboxSetup> {
  if (setup.data.status !== "requires_action") return setup;
  const method = sandboxMethodOf(token);
  if (!method) throw new SandboxRefusal("Use one of the test methods.");
  if (!sandboxKindsFor(setup.data.currency).includes(method.kind)) {
    throw new SandboxRefusal("This way to pay does not take the currency of the gym.");
  }
  if (method.present.answer === "challenge") return change(vendor, setup, { challenge: token, decline: null });
  if (method.present.answer === "decline") return decline(vendor, setup, method.present.decline);
  return succeed(vendor, setup, method);
}

export async function answerSetupChallenge(
  vendor: Vendor,
  setup: SandboxSetup,
  is_approved: boolean,
): Promise<SandboxSetup> {
  const method = sandboxMethodOf(setup.data.challenge ?? "");
  if (setup.data.status !== "requires_action" || !method) return setup;
  if (is_approved) return succeed(vendor, setup, method);
  return decline(vendor, setup, sandboxDecline("authentication_failed", "challenge_declined"));
}

async function succeed(vendor: Vendor, setup: SandboxSetup, method: SandboxTestMethod): Promise<SandboxSetup> {
  const { customer_ref, currency, mandate_max_minor } = setup.data;
  const saved = await saveMethod(vendor, method, { customer_ref, currency, amount_minor: 0, mandate_max_minor });
  const data = { status: "succeeded" as const, method_ref: saved.ref, challenge: null, decline: null };
  const done = await change(vendor, setup, data);
  await report(vendor, { type: "setup.succeeded", subject: "setup", ref: setup.ref });
  return done;
}

/** The payer may try another method in the same setup. */
async function decline(
  vendor: Vendor,
  setup: SandboxSetup,
  reason: SandboxSetup["data"]["decline"],
): Promise<SandboxSetup> {
  const declined = await change(vendor, setup, { decline: reason, challenge: null });
  await report(vendor, { type: "setup.declined", subject: "setup", ref: setup.ref });
  return declined;
}

export async function setupState(vendor: Vendor, { ref, owner_ref, data }: SandboxSetup): Promise<SetupState> {
  const method = data.method_ref ? await vendor.tx.find("method", data.method_ref) : null;
  return {
    ref,
    status: data.status,
    setup_id: owner_ref,
    method: method && savedMethodOf(method),
    decline: data.decline,
    action: data.status === "requires_action" ? { kind: "sandbox", token: vendor.tokenOf(ref) } : null,
  };
}
