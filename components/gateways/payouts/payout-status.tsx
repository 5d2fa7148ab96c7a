import { Badge } from "@/components/ui/data/badge";
import type { PayoutStatus } from "@/lib/values/gateways";

export const payoutStatusWords: Record<PayoutStatus, string> = {
  pending: "On its way",
  paid: "At the bank",
  failed: "Came back",
};

const tones = { pending: "plain", paid: "good", failed: "bad" } as const;

export function PayoutStatusBadge({ status }: { status: PayoutStatus }) {
  return <Badge tone={tones[status]}>{payoutStatusWords[status]}</Badge>;
}

type Payout = { mismatches: number; mismatch: string | null };

const mismatchesOf = ({ mismatches, mismatch }: Payout): number => mismatches + (mismatch ? 1 : 0);

/** What does not match, or that everything does. */
export function MatchBadge({ payout }: { payout: Payout }) {
  const count = mismatchesOf(payout);
  return count === 0 ? <Badge tone="mute">Matches</Badge> : <Badge tone="warn">{`${count} to look at`}</Badge>;
}
