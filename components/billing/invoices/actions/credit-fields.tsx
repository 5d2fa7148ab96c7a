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
  total_minor: number;
  currency: string;
  locale: string;
}

/** What is taken back: all of it, an amount, or single lines. */
export function CreditFields({ scope, onChange, lines, total_minor, currency, locale }: CreditFieldsProps) {
  const money = (minor: number) => formatMoney(minor, currency, locale);
  return (
    <>
      <RadioGroup
        label="What is credited"
        name="scope"
        value={scope.kind}
        onValueChange={(kind) => onChange({ ...scope, kind: kind as CreditScope["kind"] })}
        options={[
          {
            value: "whole",
            label: "The whole invoice",
            hint: `What earlier credit notes left of ${money(total_minor)}`,
          },
          { value: "amount", label: "An amount", hint: "Split over the lines and their taxes in proportion" },
          ...(lines.length > 0 ? [{ value: "lines", label: "Single lines" }] : []),
        ]}
      />
      {scope.kind === "amount" ? (
        <Field label="Amount, with tax" error={scope.amount_minor === null ? "Enter an amount" : undefined}>
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
