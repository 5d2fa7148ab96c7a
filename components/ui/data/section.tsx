import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";

interface SectionProps {
  title: ReactNode;
  /** Grey text after the title. */
  meta?: ReactNode;
  /** At the end of the title row. */
  action?: ReactNode;
  level?: 2 | 3;
  children?: ReactNode;
  className?: string;
}

export function Section({ title, meta, action, level = 2, children, className }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={classNames("ui-section", className)} aria-labelledby={id}>
      <div className="ui-section-head">
        <Heading id={id}>{title}</Heading>
        {meta}
        {action ? <div className="ui-section-action">{action}</div> : null}
      </div>
      {children}
    </section>
  );
}
