import type { Temporal } from "temporal-polyfill";
import type { GatewayResult, PaymentState } from "@/lib/providers/payments";
import type { AttemptStatus } from "@/lib/values/gateways";
import { type AttemptRow, labelOf } from "./reserve";

/**
 * What an answer means.
 * - `mismatch`: the gateway tells of another amount, currency or attempt. Nothing is booked, and a person must look.
 * - `misconfigured`: nothing was done, because the gateway refuses the account. The charge waits.
 */
export type Verdict =
  | "collected"
  | "failed"
  | "canceled"
  | "progressed"
  | "waits"
  | "misconfigured"
  | "mismatch"
  | "unchanged";

type Columns = Partial<
  Pick<
    AttemptRow,
    | "status"
    | "vendor_ref"
    | "charge_ref"
    | "method_kind"
    | "method_label"
    | "decline_code"
    | "vendor_code"
    | "failure"
    | "check_at"
    | "checks"
    | "ended_at"
  >
>;
export type Change = {
  attempt: AttemptRow;
  state: PaymentState | null;
  verdict: Verdict;
  columns: Columns;
  sentence: string | null;
};

/** How long the gateway is not asked again, by the state of the payment. */
const pause = { requires_action: { minutes: 30 }, processing: { hours: 6 }, unknown: { minutes: 1 } } as const;
/** The longest wait while the gateway cannot be reached. */
const longestMinutes = 60;

/** What an answer changes of an attempt. Pure. */
export function changeOf(attempt: AttemptRow, result: GatewayResult<PaymentState>, now: Temporal.Instant): Change {
  const change = (verdict: Verdict, columns: Columns = {}, sentence: string | null = null): Change => ({
    ...{ attempt, verdict, columns, sentence },
    state: result.outcome === "answered" ? result.value : null,
  });
  const waits = (message: string, after: { minutes: number }): Change =>
    attempt.ended_at
      ? change("unchanged")
      : change("waits", {
          ...{ failure: message, checks: attempt.checks + 1 },
          check_at: now.add(after).toString(),
        });
  const ended_at = now.toString();
  switch (result.outcome) {
    case "later":
      return waits(result.message, { minutes: Math.min(2 ** attempt.checks, longestMinutes) });
    case "unknown":
      return waits(result.message, pause.unknown);
    case "misconfigured":
      if (attempt.ended_at) return change("unchanged");
      return change("misconfigured", { status: "canceled", failure: result.message, ended_at }, result.message);
    case "refused":
      if (attempt.ended_at) return change("unchanged");
      return change("failed", {
        ...{ status: "failed", decline_code: "method_not_supported", vendor_code: "refused" },
        ...{ failure: result.message, ended_at },
      });
    case "answered":
      return answered(attempt, result.value, now, change);
  }
}

function answered(
  attempt: AttemptRow,
  state: PaymentState,
  now: Temporal.Instant,
  change: (verdict: Verdict, columns?: Columns, sentence?: string | null) => Change,
): Change {
  const mismatch = mismatchOf(attempt, state);
  if (mismatch)
    return change(
      "mismatch",
      attempt.ended_at ? {} : { failure: mismatch, check_at: now.add({ hours: 24 }).toString() },
      mismatch,
    );
  const refs = {
    ...{ vendor_ref: state.ref, charge_ref: state.charge_ref ?? attempt.charge_ref },
    ...{ method_kind: state.method_kind ?? attempt.method_kind },
    method_label: labelOf(state.method) ?? attempt.method_label,
  };
  const declined = {
    ...{ decline_code: state.decline?.code ?? null, vendor_code: state.decline?.vendor_code ?? null },
    failure: state.decline?.message ?? null,
  };
  const ended_at = now.toString();
  const isSame = (status: AttemptStatus) => attempt.status === status && attempt.vendor_ref === state.ref;
  if (attempt.status === "succeeded") return change("unchanged");
  switch (state.status) {
    case "succeeded":
      return change("collected", {
        ...{ ...refs, status: "succeeded", decline_code: null, vendor_code: null, failure: null, ended_at },
      });
    case "failed":
      if (attempt.ended_at) return change("unchanged");
      return change("failed", {
        ...refs,
        ...declined,
        decline_code: declined.decline_code ?? "generic_decline",
        status: "failed",
        ended_at,
      });
    case "canceled":
      if (attempt.ended_at) return change("unchanged");
      return change("canceled", { ...refs, ...declined, status: "canceled", ended_at });
    case "authorized":
    case "processing":
    case "requires_action": {
      if (attempt.ended_at) return change("unchanged");
      const status = state.status === "requires_action" ? "requires_action" : "processing";
      // Not captured yet: the sweep tries it again soon.
      const after = state.status === "authorized" ? pause.unknown : pause[status];
      const columns = { ...refs, ...declined, status, check_at: now.add(after).toString() } as const;
      return change(isSame(status) ? "waits" : "progressed", columns);
    }
  }
}

/** K1: what does not fit is never booked. */
function mismatchOf(attempt: AttemptRow, state: PaymentState): string | null {
  if (state.attempt_id !== null && state.attempt_id !== attempt.id)
    return "The payment at the gateway belongs to another attempt.";
  if (attempt.vendor_ref !== null && attempt.vendor_ref !== state.ref)
    return "The gateway tells of another payment than the one that was begun.";
  if (state.currency !== attempt.currency)
    return `The payment at the gateway is in ${state.currency}, and the invoice in ${attempt.currency}.`;
  if (state.amount_minor !== attempt.amount_minor)
    return "The amount of the payment at the gateway is not the amount of the attempt.";
  return null;
}
