import { Fragment, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export interface Description {
  term: string;
  /** Null is shown as a dash. */
  detail: ReactNode;
}

export function DescriptionList({ items, className }: { items: readonly Description[]; className?: string }) {
  return (
    <dl className={classNames("ui-description", className)}>
      {items.map((item) => (
        <Fragment key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.detail ?? "—"}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
