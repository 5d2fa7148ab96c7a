import { CreditCard } from "lucide-react";
import { useId } from "react";
import type { SandboxMethodKind } from "@/lib/values/sandbox/test-methods";
import type { Typed } from "./read-typed";

interface MethodFieldsProps {
  kind: SandboxMethodKind;
  typed: Typed;
  errors: Partial<Typed>;
  onChange: (typed: Typed) => void;
}

const legends: Record<SandboxMethodKind, string> = { card: "Card", bank_debit: "Bank account", upi: "UPI" };
const numberLabels: Record<SandboxMethodKind, string> = {
  card: "Card number",
  bank_debit: "Account number",
  upi: "UPI ID",
};

/** One box for all fields. They have no names and no autofill, so that no real card gets here by itself. */
export function MethodFields({ kind, typed, errors, onChange }: MethodFieldsProps) {
  const id = useId();
  const field = (name: keyof Typed, label: string, placeholder: string, className: string) => (
    <label
      className={`flex h-12 min-w-0 items-center border-line px-3.5 focus-within:inset-ring-2 focus-within:inset-ring-choice-ring ${className}`}
    >
      <span className="sr-only">{label}</span>
      <input
        className="w-full min-w-0 flex-1 bg-transparent text-16 text-ink outline-0 placeholder:text-ink-3"
        inputMode={kind === "upi" ? "email" : "numeric"}
        autoComplete="off"
        placeholder={placeholder}
        value={typed[name]}
        aria-invalid={errors[name] ? true : undefined}
        aria-describedby={errors[name] ? `${id}-${name}` : undefined}
        onChange={({ target }) => onChange({ ...typed, [name]: target.value })}
      />
      {name === "number" && kind === "card" ? <CreditCard aria-hidden="true" className="text-ink-3" /> : null}
    </label>
  );
  const shown = (["number", "expiry", "code"] as const).filter((name) => errors[name]);
  return (
    <fieldset>
      <legend className="mb-2 text-16 text-ink">{legends[kind]}</legend>
      <div className="grid grid-cols-2 overflow-hidden rounded-sheet border border-line-strong bg-control">
        {field("number", numberLabels[kind], numberLabels[kind], "col-span-2")}
        {kind === "card" ? (
          <>
            {field("expiry", "Expiry", "MM / YY", "border-t")}
            {field("code", "Security code", "CVC", "border-t border-l")}
          </>
        ) : null}
      </div>
      {shown.map((name) => (
        <p key={name} id={`${id}-${name}`} role="alert" className="mt-1 text-14 text-bad-text">
          {errors[name]}
        </p>
      ))}
    </fieldset>
  );
}
