import { TriangleAlert } from "lucide-react";
import { Badge, type BadgeTone, Shape } from "@/components/ui/data/badge";
import type { WebhookStatus } from "@/lib/values/gateways";
import { eventStatusWords } from "./event-words";

const tones: Record<WebhookStatus, BadgeTone> = {
  received: "note",
  processed: "good",
  ignored: "mute",
  quarantined: "warn",
  failed: "bad",
};

export function EventState({ status }: { status: WebhookStatus }) {
  const needsPerson = status === "quarantined" || status === "failed";
  return (
    <Badge
      tone={tones[status]}
      icon={
        needsPerson ? <TriangleAlert aria-hidden="true" /> : <Shape shape={status === "processed" ? "dot" : "ring"} />
      }
    >
      {eventStatusWords[status]}
    </Badge>
  );
}
