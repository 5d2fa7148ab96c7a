import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type CalloutTone = "plain" | "info" | "good" | "warn" | "bad";

const icons: Record<CalloutTone, ReactNode> = {
  plain: <Info aria-hidden="true" />,
  info: <Info aria-hidden="true" />,
  good: <CircleCheck aria-hidden="true" />,
  warn: <TriangleAlert aria-hidden="true" />,
  bad: <CircleAlert aria-hidden="true" />,
};

interface CalloutProps {
  tone?: CalloutTone;
  icon?: ReactNode;
  title?: ReactNode;
  children?: ReactNode;
  /** "alert" if it appears in response to a user action. */
  role?: "alert" | "status";
  className?: string;
}

export function Callout({ tone = "plain", icon, title, children, role, className }: CalloutProps) {
  return (
    <div className={classNames("ui-callout", className)} data-tone={tone} role={role}>
      {icon ?? icons[tone]}
      <div className="min-w-0 flex-1">
        {title ? <b>{title}</b> : null}
        {children}
      </div>
    </div>
  );
}
