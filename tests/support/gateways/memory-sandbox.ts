import {
  confirmPayment,
  confirmSetup,
  inVendor,
  MemoryStore,
  type SandboxOptions,
  sandboxGateway,
  type Vendor,
} from "@/lib/providers/payments/sandbox";
import type { SandboxAccountMode, SandboxWebhookMode } from "@/lib/values/sandbox/behaviour";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { answered } from "./sandbox";

export const secret = "sandbox-secret";

/** A sandbox without a database, with a clock that the test moves. */
export function memorySandbox(currency = "EUR") {
  const clock = new HandClock("2026-03-02T09:00:00Z");
  const store = new MemoryStore();
  const options: SandboxOptions = {
    ...{ store, clock, currency, account_ref: "sacct_test", webhook_secret: secret },
    tokenOf: (ref) => `token of ${ref}`,
  };
  const gateway = sandboxGateway(options);
  const act = <T>(work: (vendor: Vendor) => Promise<T>) => inVendor(options, work);
  const behave = (change: { mode?: SandboxAccountMode; webhooks?: SandboxWebhookMode }) =>
    act(async ({ tx }) => {
      const account = await tx.find("account", "account");
      if (account) await tx.save({ ...account, data: { ...account.data, ...change } });
    });
  const confirm = (ref: string, token: string) =>
    act(async (vendor) => {
      const payment = await vendor.tx.find("payment", ref);
      return payment && confirmPayment(vendor, payment, token);
    });
  const newCustomer = async () => {
    const payer = { payer_id: crypto.randomUUID(), name: "Mina", email: null, phone: null };
    return (await answered(gateway.createCustomer(payer, crypto.randomUUID()))).customer_ref;
  };
  /** Saves a test method as a payer would, without paying. */
  const save = async (token: string, max_minor = 20_000_00) => {
    const customer_ref = await newCustomer();
    const setup = await answered(
      gateway.startSetup({
        ...{ key: crypto.randomUUID(), setup_id: crypto.randomUUID(), customer_ref, currency },
        mandate: { max_minor, expires_at: null, method_kind: null },
        return_url: "https://gym.example.com/me",
      }),
    );
    await act(async (vendor) => {
      const stored = await vendor.tx.find("setup", setup.ref);
      return stored && confirmSetup(vendor, stored, token);
    });
    return { customer_ref, setup: await answered(gateway.findSetup(setup.ref)) };
  };
  const types = () => store.events.map(({ type }) => type);
  return { gateway, clock, store, act, behave, confirm, newCustomer, save, types };
}

export type MemorySandbox = ReturnType<typeof memorySandbox>;
