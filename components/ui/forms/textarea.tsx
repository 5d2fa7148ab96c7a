import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <span className={classNames("ui-input ui-textarea", className)}>
      <textarea rows={rows} {...rest} />
    </span>
  );
}
