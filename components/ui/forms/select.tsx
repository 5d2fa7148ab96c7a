import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { ButtonSize } from "@/components/ui/controls/button";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export type SelectProps = Omit<ComponentProps<"select">, "size" | "multiple"> & {
  size?: ButtonSize;
  options?: readonly SelectOption[];
  /** Shown while nothing is selected. Its value is "". */
  placeholder?: string;
  icon?: ReactNode;
};

/** A native select, with the platform's picker on phones and type-ahead on keyboards. */
export function Select({ size = "md", options, placeholder, icon, className, children, ...rest }: SelectProps) {
  return (
    <span className={classNames("ui-input ui-select", className)} data-size={size}>
      {icon ? <span className="ui-affix">{icon}</span> : null}
      <select {...rest}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown aria-hidden="true" />
    </span>
  );
}
