import { CircleAlert } from "lucide-react";
import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";

interface ControlProps {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

interface FieldProps {
  label: ReactNode;
  /** One control: Input, Select, Textarea, Combobox, PasswordInput, FileDrop or a plain element. */
  children: ReactElement<ControlProps>;
  hint?: ReactNode;
  /** Says how to correct the value, such as "Enter a date in the future". */
  error?: ReactNode;
  optional?: boolean;
  /** A link at the end of the label row. */
  aside?: ReactNode;
  className?: string;
}

export function Field({ label, children, hint, error, optional, aside, className }: FieldProps) {
  const generated = useId();
  const id = children.props.id ?? generated;
  const note = `${id}-note`;
  return (
    <div className={classNames("ui-field", className)}>
      <span className="ui-label">
        <label htmlFor={id}>{label}</label>
        {optional ? <small>optional</small> : null}
        {aside}
      </span>
      {cloneElement(children, {
        id,
        "aria-describedby": error || hint ? note : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error ? (
        <p className="ui-error" id={note}>
          <CircleAlert aria-hidden="true" />
          {error}
        </p>
      ) : hint ? (
        <p className="ui-hint" id={note}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
