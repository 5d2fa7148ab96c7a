import { TriangleAlert } from "lucide-react";
import { Badge, Shape } from "@/components/ui/data/badge";
import type { RefundStatus } from "@/lib/values/gateways";

export const refundStatusWords: Record<RefundStatus, string> = {
  pending: "Pending",
  succeeded: "Refunded",
  failed: "Failed",
};

/** K16: a refund is "refunded" only when the gateway has confirmed it. */
export function RefundState({ status }: { status: RefundStatus }) {
  if (status === "failed")
    return (
      <Badge tone="bad" icon={<TriangleAlert aria-hidden="true" />}>
        {refundStatusWords.failed}
      </Badge>
    );
  return (
    <Badge tone={status === "pending" ? "note" : "good"} icon={<Shape shape={status === "pending" ? "half" : "dot"} />}>
      {refundStatusWords[status]}
    </Badge>
  );
}

/** What a state means for the money. */
export const refundSentence = (status: RefundStatus, failure: string | null): string | null => {
  if (status === "pending") return `The gateway has not confirmed it yet. ${failure ?? ""}`.trim();
  if (status === "failed") return `${failure ?? "The gateway refused it."} The amount is account credit again.`;
  return null;
};
