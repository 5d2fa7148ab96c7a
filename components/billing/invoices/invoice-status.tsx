import { Ban, Pencil, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type BadgeTone, Shape } from "@/components/ui/data/badge";
import type { InvoiceStatus } from "@/lib/values/billing";

export const statusWords: Record<InvoiceStatus, string> = {
  draft: "Draft",
  open: "Open",
  part_paid: "Part paid",
  overdue: "Overdue",
  paid: "Paid",
  void: "Void",
  written_off: "Written off",
  issued: "Credited",
};

const looks: Record<InvoiceStatus, { tone: BadgeTone; icon: ReactNode }> = {
  draft: { tone: "outline", icon: <Pencil aria-hidden="true" /> },
  open: { tone: "note", icon: <Shape shape="ring" /> },
  part_paid: { tone: "note", icon: <Shape shape="half" /> },
  overdue: { tone: "bad", icon: <TriangleAlert aria-hidden="true" /> },
  paid: { tone: "good", icon: <Shape /> },
  void: { tone: "outline", icon: <X aria-hidden="true" /> },
  written_off: { tone: "outline", icon: <Ban aria-hidden="true" /> },
  issued: { tone: "mute", icon: <Shape /> },
};

export function InvoiceStatusBadge({ status, size }: { status: InvoiceStatus; size?: "md" | "lg" }) {
  return (
    <Badge {...looks[status]} size={size}>
      {statusWords[status]}
    </Badge>
  );
}
