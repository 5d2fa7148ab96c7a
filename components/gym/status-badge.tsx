import { Hourglass, Snowflake, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type BadgeTone, Shape } from "@/components/ui/data/badge";

/** "none" is a member without any membership. */
export type MemberStatus = "active" | "trial" | "frozen" | "expiring" | "overdue" | "expired" | "cancelled" | "none";

const looks: Record<MemberStatus, { word: string; tone: BadgeTone; icon: ReactNode }> = {
  active: { word: "Active", tone: "good", icon: <Shape /> },
  trial: { word: "Trial", tone: "note", icon: <Shape shape="half" /> },
  frozen: { word: "Frozen", tone: "cold", icon: <Snowflake aria-hidden="true" /> },
  expiring: { word: "Expiring", tone: "warn", icon: <Hourglass aria-hidden="true" /> },
  overdue: { word: "Overdue", tone: "bad", icon: <TriangleAlert aria-hidden="true" /> },
  expired: { word: "Expired", tone: "mute", icon: <Shape shape="ring" /> },
  cancelled: { word: "Cancelled", tone: "outline", icon: <X aria-hidden="true" /> },
  none: { word: "No membership", tone: "plain", icon: null },
};

/** `children` replaces the label, for example with a date: "Due 8 Mar". */
export function StatusBadge({
  status,
  size,
  children,
}: {
  status: MemberStatus;
  size?: "md" | "lg";
  children?: ReactNode;
}) {
  const { word, tone, icon } = looks[status];
  return (
    <Badge tone={tone} icon={icon} size={size}>
      {children ?? word}
    </Badge>
  );
}
