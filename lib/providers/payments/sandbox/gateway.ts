import type { GatewayResult, PaymentGateway } from "@/lib/providers/payments/payment-gateway";
import type { SandboxAccountMode } from "@/lib/values/sandbox/behaviour";
import { digestOf, once } from "./answers";
import { balanceItem, payoutState } from "./balance";
import { listBills } from "./bills";
import { disputeState, submitEvidence } from "./disputes";
import { findMethod, noticeHours, removeMethod, savedMethodOf } from "./methods";
import { create, type SandboxKind, type SandboxObject, SandboxRefusal, type Vendor } from "./objects";
import { cancel, capture, charge, paymentState, startCheckout } from "./payments";
import { refund, refundState } from "./refunds";
import { setupState, startSetup } from "./setups";
import {
  changeTerms,
  end,
  pause,
  resume,
  type SandboxSubscription,
  subscribe,
  subscriptionState,
} from "./subscriptions";
import { inVendor, type SandboxOptions } from "./vendor";
import { readSandboxWebhook } from "./webhook";

type Failure = Exclude<GatewayResult<never>, { outcome: "answered" }>;

/** What a vendor on a bad day answers instead. It did nothing then. */
const failures: Partial<Record<SandboxAccountMode, Failure>> = {
  refuses_keys: { outcome: "misconfigured", message: "The sandbox refuses its keys, as it was told to." },
  server_errors: { outcome: "unknown", message: "The sandbox answered 500." },
  rate_limited: { outcome: "later", message: "The sandbox answered 429.", retry_after_ms: 30_000 },
  conflicts: {
    outcome: "later",
    message: "The sandbox answered 409: another call holds the object.",
    retry_after_ms: null,
  },
};

const timedOut: Failure = { outcome: "unknown", message: "The sandbox did not answer in time." };

/** A vendor that lives in a store of its own and moves no money. */
export function sandboxGateway(options: SandboxOptions): PaymentGateway {
  const { account_ref, currency, webhook_secret } = options;

  async function call<T>(writes: boolean, work: (vendor: Vendor) => Promise<T>): Promise<GatewayResult<T>> {
    try {
      return await inVendor(options, async (vendor) => {
        const { mode } = vendor.account;
        const failure = failures[mode];
        if (failure) return failure;
        const value = await work(vendor);
        return writes && mode === "times_out" ? timedOut : { outcome: "answered", value };
      });
    } catch (error) {
      if (!(error instanceof SandboxRefusal)) throw error;
      const { message, retry_after_ms } = error;
      return retry_after_ms === null ? { outcome: "refused", message } : { outcome: "later", message, retry_after_ms };
    }
  }
  const read = <T>(work: (vendor: Vendor) => Promise<T>) => call(false, work);
  const write = <T>(work: (vendor: Vendor) => Promise<T>) => call(true, work);

  const writeSubscription = (
    ref: string,
    key: string,
    body: unknown[],
    work: (vendor: Vendor, one: SandboxSubscription) => Promise<SandboxSubscription>,
  ) =>
    write((vendor) =>
      once(vendor, key, ["subscription", ref, ...body], async () =>
        subscriptionState(await work(vendor, known(await vendor.tx.find("subscription", ref)))),
      ),
    );

  return {
    vendor: "sandbox",
    label: "Sandbox",
    is_live: false,
    form: () => ({ vendor: "sandbox" }),
    debit_notice_hours: currency === "INR" ? noticeHours : 0,

    test: () => read(async () => ({ account_ref, name: "Sandbox", is_live: false, can_charge: true })),

    createCustomer: ({ payer_id, name, email, phone }, key) =>
      write((vendor) =>
        once(vendor, key, ["customer", payer_id, name, email, phone], async () => {
          const { ref } = await create(vendor, "customer", { name, email, phone }, { owner_ref: payer_id });
          return { customer_ref: ref };
        }),
      ),

    readReturn: () => null,

    startCheckout: (request) =>
      write((vendor) =>
        once(vendor, request.key, ["checkout", request], async () => {
          return paymentState(vendor, await startCheckout(vendor, request));
        }),
      ),

    charge: (request) =>
      write((vendor) =>
        once(vendor, request.key, ["charge", request], async () => {
          return paymentState(vendor, await charge(vendor, request));
        }),
      ),

    findPayment: ({ ref, attempt_id }) =>
      read(async (vendor) => {
        const { tx } = vendor;
        const payment = ref ? await tx.find("payment", ref) : await tx.findByOwner("payment", attempt_id);
        return payment && paymentState(vendor, payment);
      }),

    capture: ({ ref, amount_minor }) =>
      write(async (vendor) => {
        const payment = known(await vendor.tx.find("payment", ref));
        return paymentState(vendor, await capture(vendor, payment, amount_minor));
      }),

    cancelPayment: (ref) =>
      write(async (vendor) => {
        const payment = known(await vendor.tx.find("payment", ref));
        return paymentState(vendor, await cancel(vendor, payment));
      }),

    startSetup: (request) =>
      write((vendor) =>
        once(vendor, request.key, ["setup", request], async () => {
          return setupState(vendor, await startSetup(vendor, request));
        }),
      ),

    findSetup: (ref) =>
      read(async (vendor) => {
        const setup = await vendor.tx.find("setup", ref);
        return setup && setupState(vendor, setup);
      }),

    findMethod: (lookup) =>
      read(async (vendor) => {
        const method = await findMethod(vendor, lookup);
        return method && savedMethodOf(method);
      }),

    removeMethod: (lookup) =>
      write(async (vendor) => {
        const method = await findMethod(vendor, lookup);
        if (method) await removeMethod(vendor, method, "method.removed");
        return null;
      }),

    announceDebit: (notice) =>
      write((vendor) =>
        // A repetition after a lost answer asks for a later debit. The first notice holds for it too.
        once(vendor, notice.key, ["notice", { ...notice, debit_at: null }], async () => {
          const { customer_ref, method_ref, invoice_id, amount_minor, debit_at } = notice;
          known(await findMethod(vendor, { customer_ref, method_ref }));
          const data = { method_ref, invoice_id, amount_minor, currency: notice.currency, debit_at };
          const { ref } = await create(vendor, "notice", data, { parent_ref: method_ref });
          return { ref };
        }),
      ),

    refund: (request) =>
      write((vendor) =>
        once(vendor, request.key, ["refund", request], async () => refundState(await refund(vendor, request))),
      ),

    findRefund: ({ ref, charge_ref, refund_id }) =>
      read(async ({ tx }) => {
        const found = ref ? await tx.find("refund", ref) : await tx.findByOwner("refund", refund_id);
        return found?.data.charge_ref === charge_ref ? refundState(found) : null;
      }),

    findDispute: (ref) =>
      read(async ({ tx }) => {
        const dispute = await tx.find("dispute", ref);
        return dispute && disputeState(dispute);
      }),

    submitEvidence: (ref, evidence, key) =>
      write((vendor) => {
        const body = { ...evidence, pack: [evidence.pack.file_name, digestOf(evidence.pack.pdf)] };
        return once(vendor, key, ["evidence", ref, body], async () => {
          return disputeState(await submitEvidence(vendor, known(await vendor.tx.find("dispute", ref))));
        });
      }),

    listPayouts: (from_on) => read(async ({ tx }) => (await tx.listPayouts(from_on)).map(payoutState)),

    listBalanceItems: (payout_ref) =>
      read(async ({ tx }) => (await tx.listByParent("balance_item", payout_ref)).map(balanceItem)),

    subscriptions: {
      moves_bills: true,
      takes_saved_methods: true,
      create: (request) =>
        write((vendor) =>
          once(vendor, request.key, ["subscription", request], async () =>
            subscriptionState(await subscribe(vendor, request)),
          ),
        ),
      change: (ref, { key, ...terms }) =>
        writeSubscription(ref, key, ["change", terms], (vendor, one) => changeTerms(vendor, one, terms)),
      cancel: (ref, { key, when }) =>
        writeSubscription(ref, key, ["cancel", when], (vendor, one) => end(vendor, one, when)),
      pause: (ref, { key }) => writeSubscription(ref, key, ["pause"], pause),
      resume: (ref, { key, next_bill_at }) =>
        writeSubscription(ref, key, ["resume", next_bill_at], (vendor, one) => resume(vendor, one, next_bill_at)),
      find: ({ ref, subscription_id }) =>
        read(async ({ tx }) => {
          const found = ref
            ? await tx.find("subscription", ref)
            : await tx.findByOwner("subscription", subscription_id);
          return found && subscriptionState(found);
        }),
      listBills: (ref) => read((vendor) => listBills(vendor, ref)),
    },

    readWebhook: async (webhook) => readSandboxWebhook(webhook_secret, webhook),
  };
}

function known<K extends SandboxKind>(object: SandboxObject<K> | null): SandboxObject<K> {
  if (!object) throw new SandboxRefusal("There is no such object.");
  return object;
}
