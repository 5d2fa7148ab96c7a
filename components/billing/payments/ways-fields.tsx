import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import type { PaymentMethod } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";
import { methodsFor } from "./method-words";

export type Ways = {
  method: PaymentMethod;
  reference: string;
  /** The second way; the first one is the rest. */
  rest: { method: PaymentMethod; amount_minor: number | null } | null;
};

interface WaysFieldsProps {
  ways: Ways;
  onChange: (ways: Ways) => void;
  total: number | null;
  onTotalChange: (minor: number | null) => void;
  currency: string;
  locale: string;
  /** A part is recorded, so that nothing may change. */
  locked: boolean;
}

/** How much and how. Two ways always add up: the first one is what the second leaves. */
export function WaysFields(props: WaysFieldsProps) {
  const { ways, onChange, total, onTotalChange, currency, locale, locked } = props;
  const { method, reference, rest } = ways;
  const methods = methodsFor(currency);
  const first = (total ?? 0) - (rest?.amount_minor ?? 0);
  return (
    <fieldset disabled={locked} className="flex flex-col gap-4">
      <Field label="Amount" error={total === null ? "Enter an amount" : undefined}>
        <MoneyInput currency={currency} locale={locale} value={total} onValueChange={onTotalChange} />
      </Field>
      <Field label={rest ? `How, for ${formatMoney(Math.max(first, 0), currency, locale)}` : "How"}>
        <Select
          value={method}
          options={methods}
          onChange={({ target }) => onChange({ ...ways, method: target.value as PaymentMethod })}
        />
      </Field>
      {method === "cash" ? null : (
        <Field label="Number of the receipt, transfer or cheque" optional>
          <Input
            value={reference}
            maxLength={100}
            onChange={({ target }) => onChange({ ...ways, reference: target.value })}
          />
        </Field>
      )}
      {rest ? (
        <div className="grid grid-cols-2 gap-3">
          <Field label="Second way">
            <Select
              value={rest.method}
              options={methods}
              onChange={({ target }) => onChange({ ...ways, rest: { ...rest, method: target.value as PaymentMethod } })}
            />
          </Field>
          <Field label="Its amount" error={first < 0 ? "More than the whole amount" : undefined}>
            <MoneyInput
              currency={currency}
              locale={locale}
              value={rest.amount_minor}
              onValueChange={(amount_minor) => onChange({ ...ways, rest: { ...rest, amount_minor } })}
            />
          </Field>
        </div>
      ) : (
        <Button
          className="self-start"
          onClick={() =>
            onChange({
              ...ways,
              rest: {
                method: method === "cash" ? "card_terminal" : "cash",
                amount_minor: Math.floor((total ?? 0) / 2),
              },
            })
          }
        >
          Split in two ways
        </Button>
      )}
    </fieldset>
  );
}
