import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & { label: ReactNode; hint?: ReactNode };

/** Takes effect at once; inside a form that is saved use a Checkbox. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  return (
    <label className={classNames("ui-choice", className)}>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native check box tells its own state */}
      <input type="checkbox" role="switch" className="ui-switch" {...rest} />
      <span className="ui-choice-text">
        <span>{label}</span>
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  );
}
