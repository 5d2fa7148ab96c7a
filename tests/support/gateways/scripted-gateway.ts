import { and, eq, isNull } from "drizzle-orm";
import { newId } from "@/db/id";
import { paymentGateways, savedMethods } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import type {
  BalanceItem,
  DisputeState,
  Evidence,
  GatewayEvent,
  GatewayResult,
  PaymentGateway,
  PaymentState,
  PayoutState,
  RefundState,
  SavedMethod,
  SetupState,
} from "@/lib/providers/payments";
import type { GatewayVendor } from "@/lib/values/gateways";
import type { Gym } from "@/tests/support/gym/gym";
import { type ScriptedSubscriptions, scriptedSubscriptions } from "./scripted-subscriptions";

type Request = { key: string; attempt_id: string; amount_minor: number; currency: string };
type Fault = "times_out_after" | "times_out_before" | "refuses_keys" | "later";

/**
 * A gateway whose behaviour a test writes. It remembers payments by idempotency key, as vendors do, and counts what it really charged.
 */
export class ScriptedGateway {
  readonly payments = new Map<string, PaymentState>();
  readonly refunds = new Map<string, RefundState>();
  readonly setups = new Map<string, SetupState>();
  /** What the gateway knows of saved methods, by their refs. A removed one is not usable. */
  readonly methods = new Map<string, SavedMethod>();
  readonly calls: string[] = [];
  /** What the next calls meet, in order. Afterwards everything works. */
  faults: Fault[] = [];
  /** What becomes of a charge. */
  outcome: (request: Request) => Partial<PaymentState> = () => ({ status: "succeeded" });
  refundOutcome: () => Pick<RefundState, "status"> & Partial<RefundState> = () => ({ status: "succeeded" });
  readonly disputes = new Map<string, DisputeState>();
  readonly evidence: (Evidence & { ref: string; key: string })[] = [];
  payouts: (PayoutState & { items: BalanceItem[] })[] = [];
  readonly subscriptions: ScriptedSubscriptions = new Map();
  debit_notice_hours = 0;
  /** Whether the next calls of `test` refuse the keys. */
  hasWrongKeys = false;

  get charged_minor(): number {
    return [...this.payments.values()]
      .filter(({ status }) => status === "succeeded")
      .reduce((all, { amount_minor }) => all + amount_minor, 0);
  }

  open(): PaymentGateway {
    return {
      ...{ vendor: "sandbox", label: "Scripted", is_live: false, debit_notice_hours: this.debit_notice_hours },
      form: () => ({ vendor: "sandbox" }),
      test: async () =>
        this.hasWrongKeys
          ? { outcome: "misconfigured", message: "Scripted: no such key" }
          : this.answer({ account_ref: "acct_scripted", name: "Scripted", is_live: false, can_charge: true }),
      ...{ createCustomer: async () => ({ outcome: "answered", value: { customer_ref: newId() } }) },
      startCheckout: (request) => this.pay("checkout", request, { status: "requires_action" }),
      charge: (request) => this.pay("charge", request, this.outcome(request)),
      findPayment: async ({ ref, attempt_id }) => {
        this.calls.push("find");
        return this.answer(
          [...this.payments.values()].find((one) => one.ref === ref || one.attempt_id === attempt_id) ?? null,
        );
      },
      capture: async ({ ref }) => this.change(ref, { status: "succeeded" }),
      readReturn: () => null,
      cancelPayment: async (ref) => this.change(ref, { status: "canceled" }),
      startSetup: async ({ key, setup_id }) => {
        this.calls.push("setup");
        const fault = this.faults.shift();
        if (fault === "refuses_keys") return { outcome: "misconfigured", message: "Scripted: no such key" };
        if (fault === "times_out_before") return { outcome: "unknown", message: "Scripted: no answer" };
        const known = this.setups.get(key) ?? {
          ...{ ref: `seti_${newId()}`, setup_id, status: "requires_action" as const, method: null, decline: null },
          action: { kind: "sandbox" as const, token: "scripted" },
        };
        this.setups.set(key, known);
        return fault === "times_out_after"
          ? { outcome: "unknown", message: "Scripted: no answer" }
          : this.answer(known);
      },
      findSetup: async (ref) => {
        this.calls.push("find_setup");
        return this.answer([...this.setups.values()].find((one) => one.ref === ref) ?? null);
      },
      findMethod: async ({ method_ref }) => this.answer(this.methods.get(method_ref) ?? null),
      removeMethod: async ({ method_ref }) => {
        this.calls.push(`remove ${method_ref}`);
        const fault = this.faults.shift();
        if (fault === "later") return { outcome: "later", message: "Scripted: busy", retry_after_ms: null };
        return this.answer(null);
      },
      announceDebit: async () => {
        this.calls.push("announce");
        return this.answer({ ref: newId() });
      },
      refund: async (request) => {
        this.calls.push("refund");
        const fault = this.faults.shift();
        if (fault === "times_out_before") return { outcome: "unknown", message: "Scripted: no answer" };
        const { amount_minor, currency, charge_ref, refund_id, key } = request;
        const known = this.refunds.get(key) ?? {
          ...{ amount_minor, currency, charge_ref, refund_id, ref: `re_${newId()}`, failure: null },
          ...this.refundOutcome(),
        };
        this.refunds.set(key, known);
        return fault === "times_out_after"
          ? { outcome: "unknown", message: "Scripted: no answer" }
          : this.answer(known);
      },
      findRefund: async ({ ref, refund_id }) => {
        this.calls.push("find_refund");
        return this.answer(
          [...this.refunds.values()].find((one) => one.ref === ref || one.refund_id === refund_id) ?? null,
        );
      },
      findDispute: async (ref) => {
        this.calls.push("find_dispute");
        return this.answer(this.disputes.get(ref) ?? null);
      },
      submitEvidence: async (ref, evidence, key) => {
        this.calls.push("submit_evidence");
        const [fault, known] = [this.faults.shift(), this.disputes.get(ref)];
        if (fault === "times_out_before") return { outcome: "unknown", message: "Scripted: no answer" };
        if (known?.status !== "needs_response" && known?.status !== "warning")
          return { outcome: "refused", message: "Scripted: this dispute takes no evidence" };
        this.evidence.push({ ref, key, ...evidence });
        const after = { ...known, status: "under_review" as const, evidence_due_at: null };
        this.disputes.set(ref, after);
        return fault === "times_out_after"
          ? { outcome: "unknown", message: "Scripted: no answer" }
          : this.answer(after);
      },
      listPayouts: async (from_on) => {
        this.calls.push(`list_payouts ${from_on}`);
        return this.answer(this.payouts.map(({ items: _, ...payout }) => payout));
      },
      listBalanceItems: async (ref) => this.answer(this.payouts.find((one) => one.ref === ref)?.items ?? []),
      subscriptions: scriptedSubscriptions(this.subscriptions),
      readWebhook: async ({ raw_body, headers }) =>
        headers.get("x-scripted-signature") === "valid" ? (JSON.parse(raw_body) as GatewayEvent) : null,
    };
  }

  /** The payer saves a card on the page of the newest setup. */
  saveCard(fields: Partial<SavedMethod> = {}): SavedMethod {
    const [key, setup] = [...this.setups].at(-1) ?? [];
    if (!key || !setup) throw new Error("No setup was begun");
    const method: SavedMethod = {
      ...{ method_ref: `pm_${newId()}`, customer_ref: "cus_1", kind: "card", brand: "Visa", last4: "4242" },
      ...{ expires_in: "2030-12", fingerprint: null, mandate_max: null, is_usable: true, ...fields },
    };
    this.methods.set(method.method_ref, method);
    this.setups.set(key, { ...setup, status: "succeeded", method, action: null });
    return method;
  }

  /** Changes a payment as the vendor would, later. */
  change(ref: string, state: Partial<PaymentState>): GatewayResult<PaymentState> {
    const [key, before] = [...this.payments].find(([, one]) => one.ref === ref) ?? [];
    if (!key || !before) throw new Error(`There is no payment ${ref}`);
    const after = before.status === "succeeded" ? before : { ...before, ...state };
    this.payments.set(key, after);
    return this.answer(after);
  }

  private async pay(
    call: string,
    request: Request,
    state: Partial<PaymentState>,
  ): Promise<GatewayResult<PaymentState>> {
    this.calls.push(call);
    const fault = this.faults.shift();
    if (fault === "refuses_keys") return { outcome: "misconfigured", message: "Scripted: no such key" };
    if (fault === "later") return { outcome: "later", message: "Scripted: busy", retry_after_ms: null };
    if (fault === "times_out_before") return { outcome: "unknown", message: "Scripted: no answer" };
    const { amount_minor, currency, attempt_id } = request;
    const known = this.payments.get(request.key) ?? {
      ...{ amount_minor, currency, attempt_id, ref: `pi_${newId()}`, charge_ref: `ch_${newId()}` },
      ...{ status: "succeeded", method_kind: "card", method: null, decline: null, action: null },
      ...state,
    };
    this.payments.set(request.key, known);
    if (fault === "times_out_after") return { outcome: "unknown", message: "Scripted: no answer" };
    return this.answer(known);
  }

  private answer<T>(value: T): GatewayResult<T> {
    return { outcome: "answered", value };
  }
}

const scripts = new Map<string, ScriptedGateway>();

type Connecting = {
  /** Whether the gym's member has saved a card there. */
  saved?: boolean;
  /** Who has saved it; by default the gym's member. */
  member_id?: string;
  vendor?: GatewayVendor;
  /** When it is connected, in place of the one before. */
  at?: string;
};

/** Connects the gym to a scripted gateway. */
export async function connectScripted(
  gym: Gym,
  { saved = true, vendor = "sandbox", at, member_id = gym.member_id }: Connecting = {},
): Promise<ScriptedGateway & { gateway_id: string }> {
  const { organization_id } = gym;
  const [gateway_id, script] = [newId(), new ScriptedGateway()];
  scripts.set(gateway_id, script);
  replaceGateways({ gateway: ({ id }) => scripts.get(id)?.open() });
  const created = at ? { created_at: at } : {};
  const credentials_ciphertext = vendor === "sandbox" ? null : "never read";
  await inTenant({ organization_id, user_id: null }, async (db) => {
    if (at)
      await db
        .update(paymentGateways)
        .set({ replaced_at: at })
        .where(and(eq(paymentGateways.organization_id, organization_id), isNull(paymentGateways.replaced_at)));
    await db
      .insert(paymentGateways)
      .values({ id: gateway_id, organization_id, vendor, is_live: false, credentials_ciphertext, ...created });
  });
  if (saved) await saveScripted({ organization_id, member_id }, gateway_id, created);
  return Object.assign(script, { gateway_id });
}

/** Saves a card of the gym's member at its scripted gateway. */
export const saveScripted = (
  { organization_id, member_id: payer_member_id }: Pick<Gym, "organization_id" | "member_id">,
  gateway_id: string,
  created: { created_at?: string } = {},
) =>
  inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(savedMethods).values({
      ...{ organization_id, gateway_id, payer_member_id, customer_ref: "cus_1", method_ref: "pm_1", ...created },
      ...{ kind: "card", brand: "Visa", last4: "4242", expires_in: "2030-12", is_default: true },
    }),
  );
