import { Plus, X } from "lucide-react";
import { methodsFor } from "@/components/billing/payments/method-words";
import type { Part, Tally } from "@/components/billing/payments/parts";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { IconButton } from "@/components/ui/controls/icon-button";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import type { HandMethod } from "@/lib/values/billing";
import { formatMoney } from "@/lib/values/money";

interface TillWaysProps {
  parts: readonly Part[];
  tally: Tally;
  total: number;
  onChange: (parts: readonly Part[]) => void;
  currency: string;
  locale: string;
}

const most = 4;

/** How it is paid. The last way is the rest, so that the ways always add up. */
export function TillWays({ parts, tally, total, onChange, currency, locale }: TillWaysProps) {
  const methods = methodsFor(currency);
  const last = parts.length - 1;
  const free = methods.filter(({ value }) => parts.every(({ method }) => method !== value));
  const change = (at: number, part: Partial<Part>) =>
    onChange(parts.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const add = () => {
    const method = (free.find(({ value }) => value === "card_terminal") ?? free[0])?.value;
    if (!method) return;
    const half = Math.floor(Math.max(tally.rest_minor, 0) / 2);
    onChange([
      ...parts.map((part, at) => (at === last ? { ...part, amount_minor: half } : part)),
      { method, amount_minor: null, reference: "" },
    ]);
  };
  return (
    <ul className="tl-list">
      {parts.map((part, at) => (
        <li key={part.method} className="flex-wrap">
          <Select
            aria-label={at === 0 ? "How it is paid" : `Way ${at + 1}`}
            className="min-w-0 flex-1"
            size="touch"
            value={part.method}
            options={methods.filter(({ value }) => value === part.method || free.some((one) => one.value === value))}
            onChange={({ target }) => change(at, { method: target.value as HandMethod })}
          />
          {at < last ? (
            <MoneyInput
              aria-label={`Amount of ${methods.find(({ value }) => value === part.method)?.label}`}
              className="w-36"
              size="touch"
              currency={currency}
              locale={locale}
              value={part.amount_minor}
              onValueChange={(amount_minor) => change(at, { amount_minor })}
            />
          ) : (
            <span className="w-36 pr-3 text-right font-medium text-20 text-ink">
              {formatMoney(Math.max(tally.rest_minor, 0), currency, locale)}
              {parts.length > 1 ? <small>the rest</small> : null}
            </span>
          )}
          {parts.length > 1 ? (
            <IconButton
              label={`Without ${methods.find(({ value }) => value === part.method)?.label}`}
              icon={<X aria-hidden="true" />}
              size="touch"
              onClick={() => onChange(parts.filter((_, index) => index !== at))}
            />
          ) : null}
          {part.method === "cash" ? null : (
            <Input
              aria-label="Number of the receipt, transfer or cheque"
              placeholder="Receipt, transfer or cheque number"
              className="basis-full"
              size="touch"
              value={part.reference}
              maxLength={100}
              onChange={({ target }) => change(at, { reference: target.value })}
            />
          )}
        </li>
      ))}
      {free.length > 0 && parts.length < most && total > 0 ? (
        <li>
          <Button variant="quiet" size="touch" icon={<Plus aria-hidden="true" />} onClick={add}>
            Another way
          </Button>
        </li>
      ) : null}
      {tally.rest_minor < 0 ? (
        <li role="alert" className="text-bad-text">
          {`${formatMoney(-tally.rest_minor, currency, locale)} more than the whole. Reduce a part.`}
        </li>
      ) : null}
    </ul>
  );
}
