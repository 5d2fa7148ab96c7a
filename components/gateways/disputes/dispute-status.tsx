import { Badge } from "@/components/ui/data/badge";
import type { DisputeStatus } from "@/lib/values/gateways";
import { disputeStatusWords } from "./dispute-words";

const tones = { warning: "warn", needs_response: "bad", under_review: "mute", won: "good", lost: "mute" } as const;

export function DisputeStatusBadge({ status }: { status: DisputeStatus }) {
  return <Badge tone={tones[status]}>{disputeStatusWords[status]}</Badge>;
}
