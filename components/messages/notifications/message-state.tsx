import { Check, CheckCheck, CircleQuestionMark, Clock, Hand, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type BadgeTone, Shape } from "@/components/ui/data/badge";
import type { MessageState } from "@/lib/values/notifications";
import { stateLabels } from "./message-labels";

const looks: Record<MessageState, { tone: BadgeTone; icon: ReactNode }> = {
  held: { tone: "warn", icon: <Hand aria-hidden="true" /> },
  queued: { tone: "note", icon: <Clock aria-hidden="true" /> },
  sending: { tone: "note", icon: <Shape shape="half" /> },
  unknown: { tone: "warn", icon: <CircleQuestionMark aria-hidden="true" /> },
  sent: { tone: "good", icon: <Check aria-hidden="true" /> },
  delivered: { tone: "good", icon: <CheckCheck aria-hidden="true" /> },
  failed: { tone: "bad", icon: <TriangleAlert aria-hidden="true" /> },
  suppressed: { tone: "mute", icon: <Shape shape="ring" /> },
  cancelled: { tone: "outline", icon: <X aria-hidden="true" /> },
};

export function MessageStateBadge({ state, size }: { state: MessageState; size?: "md" | "lg" }) {
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon} size={size}>
      {stateLabels[state]}
    </Badge>
  );
}
