import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** At the end of a card, such as the price. */
  end?: ReactNode;
  disabled?: boolean;
}

interface RadioGroupProps {
  label: ReactNode;
  name: string;
  options: readonly RadioOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  look?: "column" | "row" | "cards";
  error?: ReactNode;
  /** For react-hook-form: the result of register(). */
  inputProps?: Omit<ComponentProps<"input">, "type" | "value" | "checked" | "defaultChecked">;
  className?: string;
}

export function RadioGroup({
  label,
  name,
  options,
  value,
  defaultValue,
  onValueChange,
  look = "column",
  error,
  inputProps,
  className,
}: RadioGroupProps) {
  return (
    <fieldset className={classNames("ui-field", className)} aria-invalid={error ? true : undefined}>
      <legend className="ui-label mb-1.5">{label}</legend>
      <div className={look === "cards" ? "ui-choice-cards" : "ui-choices"} data-row={look === "row" ? "" : undefined}>
        {options.map((option) => (
          <label className="ui-choice" key={option.value}>
            <input
              type="radio"
              className="ui-radio"
              name={name}
              value={option.value}
              disabled={option.disabled}
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={
                value === undefined && defaultValue !== undefined ? defaultValue === option.value : undefined
              }
              {...(onValueChange ? { onChange: () => onValueChange(option.value) } : {})}
              {...inputProps}
            />
            <span className="ui-choice-text">
              <span>{option.label}</span>
              {option.hint ? <small>{option.hint}</small> : null}
            </span>
            {option.end}
          </label>
        ))}
      </div>
      {error ? <p className="ui-error">{error}</p> : null}
    </fieldset>
  );
}
