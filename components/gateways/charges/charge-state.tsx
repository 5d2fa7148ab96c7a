import { Badge, type BadgeTone, Shape } from "@/components/ui/data/badge";
import type { AttemptStatus } from "@/lib/values/gateways";
import { chargeStatusWords } from "./charge-words";

const tones: Record<AttemptStatus, BadgeTone> = {
  reserved: "note",
  requires_action: "note",
  processing: "note",
  succeeded: "good",
  failed: "bad",
  canceled: "mute",
};

export function ChargeState({ status }: { status: AttemptStatus }) {
  const shape = status === "succeeded" || status === "failed" ? "dot" : status === "processing" ? "half" : "ring";
  return (
    <Badge tone={tones[status]} icon={<Shape shape={shape} />}>
      {chargeStatusWords[status]}
    </Badge>
  );
}
