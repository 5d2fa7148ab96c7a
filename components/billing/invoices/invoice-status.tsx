import { Ban, Pencil, TriangleAlert, Undo2, X } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type BadgeTone, Shape } from "@/components/ui/data/badge";
import type { InvoiceStatus } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";

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

interface InvoiceStatusBadgeProps {
  status: InvoiceStatus;
  size?: "md" | "lg";
  /** What credit notes took back of a paid invoice. */
  credited?: { minor: number; currency: string; locale: string };
}

export function InvoiceStatusBadge({ status, size, credited }: InvoiceStatusBadgeProps) {
  if (status === "paid" && credited && credited.minor > 0) {
    const amount = formatMoney(credited.minor, credited.currency, credited.locale);
    return <Badge tone="outline" icon={<Undo2 aria-hidden="true" />} size={size}>{`Credited ${amount}`}</Badge>;
  }
  return (
    <Badge {...looks[status]} size={size}>
      {statusWords[status]}
    </Badge>
  );
}
