import { useState } from "react";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { formatMoney } from "@/lib/values/money";
import { likelyAmounts } from "./handed-over";

interface HandedOverFieldProps {
  /** What is taken in cash. */
  amount_minor: number;
  value: number | null;
  onValueChange: (minor: number | null) => void;
  currency: string;
  locale: string;
}

/** How much the payer gave, and what goes back. */
export function HandedOverField({ amount_minor, value, onValueChange, currency, locale }: HandedOverFieldProps) {
  const [isOther, setIsOther] = useState(false);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const change = value === null ? 0 : value - amount_minor;
  return (
    <>
      <fieldset className="mt-4">
        <legend className="mb-2 font-medium text-ink-3">Cash handed over</legend>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {likelyAmounts(amount_minor, currency).map((minor) => (
            <Button
              key={minor}
              size="touch"
              aria-pressed={!isOther && (value ?? amount_minor) === minor}
              className="aria-pressed:border-2 aria-pressed:border-choice-ring aria-pressed:bg-choice-ground"
              onClick={() => {
                setIsOther(false);
                onValueChange(minor);
              }}
            >
              {money(minor)}
            </Button>
          ))}
          <Button
            size="touch"
            aria-pressed={isOther}
            className="aria-pressed:border-2 aria-pressed:border-choice-ring aria-pressed:bg-choice-ground"
            onClick={() => setIsOther(true)}
          >
            Other
          </Button>
        </div>
        {isOther ? (
          <MoneyInput
            aria-label="Cash handed over"
            className="mt-2"
            size="touch"
            currency={currency}
            locale={locale}
            value={value}
            onValueChange={onValueChange}
          />
        ) : null}
      </fieldset>
      <p className="tl-change mt-4" aria-live="polite">
        <span>{change < 0 ? "Still missing" : "Change due"}</span>
        <b>{money(Math.abs(change))}</b>
      </p>
    </>
  );
}
