import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Field } from "@/components/ui/forms/field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { formatMoney } from "@/lib/values/money";
import type { CreditableLine, CreditScope } from "./credit";
import { LineAmounts } from "./line-amounts";

interface CreditFieldsProps {
  scope: CreditScope;
  onChange: (scope: CreditScope) => void;
  lines: readonly CreditableLine[];
  label: string;
  /** The first choice: all of it. */
  whole: { label: string; hint?: string };
  amount: { label: string; hint?: string };
  /** The highest amount, where it is known. */
  most_minor?: number;
  currency: string;
  locale: string;
}

/** What is taken back: all of it, an amount, or single lines. */
export function CreditFields(props: CreditFieldsProps) {
  const { scope, onChange, lines, label, whole, amount, most_minor, currency, locale } = props;
  const { amount_minor: chosen } = scope;
  const is_above = chosen !== null && most_minor !== undefined && chosen > most_minor;
  return (
    <>
      <RadioGroup
        label={label}
        name="scope"
        value={scope.kind}
        onValueChange={(kind) => onChange({ ...scope, kind: kind as CreditScope["kind"] })}
        options={[
          { value: "whole", ...whole },
          { value: "amount", label: "An amount", hint: amount.hint },
          ...(lines.length > 0 ? [{ value: "lines", label: "Single lines" }] : []),
        ]}
      />
      {scope.kind === "amount" ? (
        <Field
          label={amount.label}
          error={
            chosen === null
              ? "Enter an amount"
              : is_above
                ? `At most ${formatMoney(most_minor, currency, locale)}`
                : undefined
          }
        >
          <MoneyInput
            currency={currency}
            locale={locale}
            value={scope.amount_minor}
            onValueChange={(amount_minor) => onChange({ ...scope, amount_minor })}
          />
        </Field>
      ) : null}
      {scope.kind === "lines" ? (
        <LineAmounts
          lines={lines}
          chosen={scope.lines}
          onChange={(chosen) => onChange({ ...scope, lines: chosen })}
          currency={currency}
          locale={locale}
        />
      ) : null}
    </>
  );
}
