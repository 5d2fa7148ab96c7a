import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

interface EmptyStateProps {
  title: string;
  /** Explains the list, or why it is empty. */
  children?: ReactNode;
  /** The first steps, with at most one primary button. */
  actions?: ReactNode;
  after?: ReactNode;
  level?: 1 | 2 | 3;
  className?: string;
}

export function EmptyState({ title, children, actions, after, level = 2, className }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={classNames("ui-empty", className)}>
      <Heading>{title}</Heading>
      {children ? <div>{children}</div> : null}
      {actions ? <div className="ui-empty-actions">{actions}</div> : null}
      {after ? <div className="mt-3">{after}</div> : null}
    </div>
  );
}
