import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

interface PageHeaderProps {
  title: ReactNode;
  /** Replaces the visible title. The title remains the heading for screen readers. */
  breadcrumb?: ReactNode;
  /** Next to the title, such as a live dot or a count. */
  meta?: ReactNode;
  /** Buttons, with at most one primary button. */
  actions?: ReactNode;
  className?: string;
}

export function PageHeader({ title, breadcrumb, meta, actions, className }: PageHeaderProps) {
  return (
    <header className={classNames("ui-page-header", className)}>
      {breadcrumb}
      <h1 className={breadcrumb ? "sr-only" : "min-w-0 truncate"}>{title}</h1>
      {meta}
      {actions ? <div className="ui-page-actions">{actions}</div> : null}
    </header>
  );
}
