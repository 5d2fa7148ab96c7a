import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { formatMoney } from "@/lib/values/money";
import type { CreditableLine, CreditScope } from "./credit";

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
        <fieldset className="flex flex-col gap-2">
          <legend className="sr-only">Lines</legend>
          {lines.map((line) => {
            const chosen = scope.lines.get(line.id);
            const change = (amount_minor: number | null | undefined) => {
              const next = new Map(scope.lines);
              if (amount_minor === undefined) next.delete(line.id);
              else next.set(line.id, amount_minor);
              onChange({ ...scope, lines: next });
            };
            return (
              <div key={line.id} className="flex min-h-control items-center gap-3">
                <Checkbox
                  checked={chosen !== undefined}
                  onChange={() => change(chosen === undefined ? line.total_minor : undefined)}
                  aria-label={line.description}
                />
                <span className="min-w-0 flex-1 truncate text-ink">{line.description}</span>
                {chosen === undefined ? (
                  <span>{money(line.total_minor)}</span>
                ) : (
                  <span className="w-32">
                    <MoneyInput
                      aria-label={`Amount of ${line.description}`}
                      currency={currency}
                      locale={locale}
                      value={chosen}
                      onValueChange={change}
                    />
                  </span>
                )}
              </div>
            );
          })}
        </fieldset>
      ) : null}
    </>
  );
}
