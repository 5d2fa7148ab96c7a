import type { DisputeState } from "@/lib/providers/payments";
import type { DisputeStatus } from "@/lib/values/gateways";

/** A lost dispute can still be won by an appeal. What was won stays so. */
const stage: Record<DisputeStatus, number> = { warning: 0, needs_response: 1, under_review: 2, lost: 3, won: 4 };

type Known = { status: DisputeStatus; taken_at: string | null; fee_minor: number; evidence_due_at: string | null };

/** Whether what was read is not older than what is stored: another worker may have read it later, and stored it first. */
export function isLaterDispute(known: Known, state: DisputeState): boolean {
  if (stage[state.status] !== stage[known.status]) return stage[state.status] > stage[known.status];
  const takes = state.is_debited && known.taken_at === null && state.status !== "won";
  const isOtherDay =
    state.evidence_due_at !== null &&
    (known.evidence_due_at === null || Date.parse(state.evidence_due_at) !== Date.parse(known.evidence_due_at));
  return takes || state.fee_minor > known.fee_minor || isOtherDay;
}
