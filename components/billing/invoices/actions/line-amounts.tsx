import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { formatMoney } from "@/lib/values/money";
import type { CreditableLine, CreditScope } from "./credit";

interface LineAmountsProps {
  lines: readonly CreditableLine[];
  /** Line and amount; null while the text is no amount. */
  chosen: CreditScope["lines"];
  onChange: (chosen: CreditScope["lines"]) => void;
  currency: string;
  locale: string;
}

/** The lines that are taken back, each with its amount. */
export function LineAmounts({ lines, chosen, onChange, currency, locale }: LineAmountsProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">Lines</legend>
      {lines.map((line) => {
        const amount = chosen.get(line.id);
        const change = (amount_minor: number | null | undefined) => {
          const next = new Map(chosen);
          if (amount_minor === undefined) next.delete(line.id);
          else next.set(line.id, amount_minor);
          onChange(next);
        };
        return (
          <div key={line.id} className="flex min-h-control items-center gap-3">
            <Checkbox
              checked={amount !== undefined}
              onChange={() => change(amount === undefined ? line.total_minor : undefined)}
              aria-label={line.description}
            />
            <span className="min-w-0 flex-1 truncate text-ink">{line.description}</span>
            {amount === undefined ? (
              <span>{formatMoney(line.total_minor, currency, locale)}</span>
            ) : (
              <span className="w-32">
                <MoneyInput
                  aria-label={`Amount of ${line.description}`}
                  currency={currency}
                  locale={locale}
                  value={amount}
                  onValueChange={change}
                />
              </span>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
