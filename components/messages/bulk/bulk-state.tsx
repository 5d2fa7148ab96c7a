import { Clock, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type BadgeTone, Shape } from "@/components/ui/data/badge";
import type { BulkState } from "@/lib/values/notifications";
import { bulkStateLabels } from "./bulk";

const looks: Record<BulkState, { tone: BadgeTone; icon: ReactNode }> = {
  scheduled: { tone: "note", icon: <Clock aria-hidden="true" /> },
  preparing: { tone: "note", icon: <Shape shape="half" /> },
  sending: { tone: "note", icon: <Shape shape="half" /> },
  done: { tone: "good", icon: <Shape /> },
  cancelled: { tone: "outline", icon: <X aria-hidden="true" /> },
  failed: { tone: "bad", icon: <TriangleAlert aria-hidden="true" /> },
};

export function BulkStateBadge({ state, size }: { state: BulkState; size?: "md" | "lg" }) {
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon} size={size}>
      {bulkStateLabels[state]}
    </Badge>
  );
}
