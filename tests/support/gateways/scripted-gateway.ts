import { newId } from "@/db/id";
import { paymentGateways, savedMethods } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { replaceGateways } from "@/lib/domain/gateways/connections/open-gateway";
import type { GatewayEvent, GatewayResult, PaymentGateway, PaymentState, RefundState } from "@/lib/providers/payments";
import type { Gym } from "@/tests/support/gym/gym";

type Request = { key: string; attempt_id: string; amount_minor: number; currency: string };
type Fault = "times_out_after" | "times_out_before" | "refuses_keys" | "later";

/**
 * A gateway whose behaviour a test writes. It remembers payments by idempotency key, as vendors do, and counts what it really charged.
 */
export class ScriptedGateway {
  readonly payments = new Map<string, PaymentState>();
  readonly refunds = new Map<string, RefundState>();
  readonly calls: string[] = [];
  /** What the next calls meet, in order. Afterwards everything works. */
  faults: Fault[] = [];
  /** What becomes of a charge. */
  outcome: (request: Request) => Partial<PaymentState> = () => ({ status: "succeeded" });
  refundOutcome: () => Pick<RefundState, "status"> & Partial<RefundState> = () => ({ status: "succeeded" });
  debit_notice_hours = 0;

  get charged_minor(): number {
    return [...this.payments.values()]
      .filter(({ status }) => status === "succeeded")
      .reduce((all, { amount_minor }) => all + amount_minor, 0);
  }

  open(): PaymentGateway {
    const unused = async (): Promise<never> => {
      throw new Error("The test does not script this call");
    };
    return {
      ...{ vendor: "sandbox", label: "Scripted", is_live: false, debit_notice_hours: this.debit_notice_hours },
      browser_origins: { scripts: [], frames: [], connections: [] },
      test: async () =>
        this.answer({ account_ref: "acct_scripted", name: "Scripted", is_live: false, can_charge: true }),
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
      ...{ startSetup: unused, findSetup: unused, findMethod: unused, removeMethod: unused },
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
      ...{ findDispute: unused, submitEvidence: unused, listPayouts: unused, listBalanceItems: unused },
      readWebhook: async ({ raw_body, headers }) =>
        headers.get("x-scripted-signature") === "valid" ? (JSON.parse(raw_body) as GatewayEvent) : null,
    };
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

/** Connects the gym to a scripted gateway. Without `saved`, its member has no saved method. */
export async function connectScripted(
  gym: Gym,
  { saved = true, member_id = gym.member_id } = {},
): Promise<ScriptedGateway & { gateway_id: string }> {
  const { organization_id } = gym;
  const [gateway_id, script] = [newId(), new ScriptedGateway()];
  scripts.set(gateway_id, script);
  replaceGateways({ gateway: ({ id }) => scripts.get(id)?.open() });
  await inTenant({ organization_id, user_id: null }, async (db) => {
    await db.insert(paymentGateways).values({ id: gateway_id, organization_id, vendor: "sandbox", is_live: false });
    if (!saved) return;
    await db.insert(savedMethods).values({
      ...{ organization_id, gateway_id, payer_member_id: member_id, customer_ref: "cus_1", method_ref: "pm_1" },
      ...{ kind: "card", brand: "Visa", last4: "4242", expires_in: "2030-12", is_default: true },
    });
  });
  return Object.assign(script, { gateway_id });
}
