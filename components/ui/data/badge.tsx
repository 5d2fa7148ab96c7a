import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type BadgeTone = "plain" | "good" | "note" | "cold" | "warn" | "bad" | "mute" | "outline";

export interface BadgeProps {
  children: ReactNode;
  tone?: BadgeTone;
  /** A lucide icon or a Shape, because colour alone must not convey a state. */
  icon?: ReactNode;
  size?: "md" | "lg";
  className?: string;
}

export function Badge({ children, tone = "plain", icon, size, className }: BadgeProps) {
  return (
    <span className={classNames("ui-badge", className)} data-tone={tone} data-size={size}>
      {icon}
      {children}
    </span>
  );
}

export function Shape({ shape = "dot" }: { shape?: "dot" | "half" | "ring" }) {
  return <i className="ui-shape" data-shape={shape} aria-hidden="true" />;
}
