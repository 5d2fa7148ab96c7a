import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import type { HandMethod } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";
import { methodsFor } from "./method-words";
import type { Part, Tally } from "./parts";

interface WaysFieldsProps {
  parts: readonly Part[];
  tally: Tally;
  onChange: (parts: readonly Part[]) => void;
  total: number | null;
  onTotalChange: (minor: number | null) => void;
  currency: string;
  locale: string;
}

/** How much and how. Several ways always add up: the last one is what the others leave. */
export function WaysFields({ parts, tally, onChange, total, onTotalChange, currency, locale }: WaysFieldsProps) {
  const methods = methodsFor(currency);
  const last = parts.length - 1;
  const change = (at: number, part: Partial<Part>) =>
    onChange(parts.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="sr-only">How it is paid</legend>
      <Field label="Amount" error={total === null ? "Enter an amount" : undefined}>
        <MoneyInput currency={currency} locale={locale} value={total} onValueChange={onTotalChange} />
      </Field>
      {parts.map((part, at) => (
        <div key={part.method} className="grid grid-cols-2 gap-3">
          <Field label={at === 0 ? "How" : "And how"}>
            <Select
              value={part.method}
              options={methods.filter(
                ({ value }) => value === part.method || parts.every(({ method }) => method !== value),
              )}
              onChange={({ target }) => change(at, { method: target.value as HandMethod })}
            />
          </Field>
          {at < last ? (
            <Field label="Of it" error={tally.rest_minor < 0 ? "More than the whole amount" : undefined}>
              <MoneyInput
                currency={currency}
                locale={locale}
                value={part.amount_minor}
                onValueChange={(amount_minor) => change(at, { amount_minor })}
              />
            </Field>
          ) : parts.length > 1 ? (
            <p className="self-end pb-2 text-ink-3">{`the rest, ${formatMoney(Math.max(tally.rest_minor, 0), currency, locale)}`}</p>
          ) : null}
          {part.method === "cash" ? null : (
            <Field label="Number of the receipt, transfer or cheque" optional className="col-span-2">
              <Input
                value={part.reference}
                maxLength={100}
                onChange={({ target }) => change(at, { reference: target.value })}
              />
            </Field>
          )}
        </div>
      ))}
      {parts.length < 2 ? (
        <Button className="self-start" onClick={() => onChange(halved(parts, total))}>
          Split in two ways
        </Button>
      ) : null}
    </fieldset>
  );
}

/** Half in the way that is chosen, the rest in another one. */
function halved(parts: readonly Part[], total: number | null): readonly Part[] {
  const [first] = parts;
  if (!first) return parts;
  const method = first.method === "cash" ? "card_terminal" : "cash";
  return [
    { ...first, amount_minor: Math.floor((total ?? 0) / 2) },
    { method, amount_minor: null, reference: "" },
  ];
}
