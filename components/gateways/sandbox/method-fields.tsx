import { CreditCard } from "lucide-react";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import type { SandboxMethodKind } from "@/lib/values/sandbox/test-methods";
import type { Typed } from "./read-typed";

interface MethodFieldsProps {
  kind: SandboxMethodKind;
  typed: Typed;
  errors: Partial<Typed>;
  onChange: (typed: Typed) => void;
}

const numberLabels: Record<SandboxMethodKind, string> = {
  card: "Card number",
  bank_debit: "Account number",
  upi: "UPI ID",
};

/** The fields have no names and no autofill, so that no real card gets here by itself. */
export function MethodFields({ kind, typed, errors, onChange }: MethodFieldsProps) {
  const input = (field: keyof Typed, inputMode: "numeric" | "email", placeholder?: string) => (
    <Input
      size="touch"
      inputMode={inputMode}
      autoComplete="off"
      placeholder={placeholder}
      value={typed[field]}
      icon={field === "number" && kind === "card" ? <CreditCard aria-hidden="true" /> : undefined}
      onChange={({ target }) => onChange({ ...typed, [field]: target.value })}
    />
  );
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={numberLabels[kind]} error={errors.number} className="col-span-2">
        {input("number", kind === "upi" ? "email" : "numeric")}
      </Field>
      {kind === "card" ? (
        <>
          <Field label="Expiry" error={errors.expiry}>
            {input("expiry", "numeric", "MM / YY")}
          </Field>
          <Field label="Security code" error={errors.code}>
            {input("code", "numeric", "CVC")}
          </Field>
        </>
      ) : null}
    </div>
  );
}
