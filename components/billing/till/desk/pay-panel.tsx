import type { Part, Tally } from "@/components/billing/payments/parts";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import type { Output } from "@/lib/contracts/contract";
import type { quoteTillSale } from "@/lib/contracts/members/till-sales";
import { formatMoney } from "@/lib/values/money";
import { HandedOverField } from "./handed-over-field";
import { aheadWords, creditWords } from "./sale/ahead-words";
import type { Buyer } from "./sale/buyer";
import { SumsList } from "./sale/sums-list";
import type { TillContext } from "./till-context";
import { TillWays } from "./till-ways";
import { partsWords } from "./way-words";

interface PayPanelProps {
  context: TillContext;
  buyer: Buyer | null;
  quote: Output<typeof quoteTillSale> | undefined;
  /** `due`: the ticked invoices and what is sold; `owed`: the invoices alone. */
  sums: { due: number; total: number | null; owed: number; isOther: boolean };
  onAmount: (minor: number | null) => void;
  parts: readonly Part[];
  tally: Tally;
  onParts: (parts: readonly Part[]) => void;
  handed: number | null;
  onHanded: (minor: number | null) => void;
  state: {
    isReady: boolean;
    isFree: boolean;
    needsTill: boolean;
    isWhole: boolean;
    isBusy: boolean;
    error: string | undefined;
  };
  onAct: () => void;
}

/** How much, in which ways, what was handed over, and what follows from it. */
export function PayPanel(props: PayPanelProps) {
  const { context, buyer, quote, sums, onAmount, parts, tally, onParts, handed, onHanded, state, onAct } = props;
  const { currency, locale } = context;
  const { due, total, owed, isOther } = sums;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const cash_minor = tally.parts.find(({ method }) => method === "cash")?.amount_minor ?? 0;
  const words = [...aheadWords(quote?.prepaid ?? [], context), ...creditWords((total ?? 0) - due, context)];
  return (
    <>
      <h2>{buyer ? `${buyer.name.split(" ")[0]} pays` : "To pay"}</h2>
      <p className="tl-total">{money(total ?? 0)}</p>
      {quote ? <SumsList quote={quote} owed={owed} money={money} /> : null}
      <div className="mb-4 text-ink-3">
        {isOther ? (
          <MoneyInput
            aria-label="Amount to take"
            size="touch"
            currency={currency}
            locale={locale}
            value={total}
            onValueChange={onAmount}
          />
        ) : (
          <Button variant="quiet" size="touch" className="-ml-5" disabled={!buyer} onClick={() => onAmount(due)}>
            Another amount
          </Button>
        )}
        {words.map((sentence) => (
          <p key={sentence} className="mt-2 text-ink-2" role="status">
            {sentence}
          </p>
        ))}
        {(quote?.notes ?? []).map((note) => (
          <p key={note} className="mt-2 text-warn-text">
            {note}
          </p>
        ))}
      </div>
      {state.isFree ? (
        <p>Nothing is left to pay.</p>
      ) : (
        <TillWays
          parts={parts}
          tally={tally}
          total={total ?? 0}
          onChange={onParts}
          currency={currency}
          locale={locale}
        />
      )}
      {cash_minor > 0 && !state.needsTill ? (
        <HandedOverField
          key={cash_minor}
          amount_minor={cash_minor}
          value={handed}
          onValueChange={onHanded}
          currency={currency}
          locale={locale}
        />
      ) : null}
      {state.needsTill ? (
        <p role="status" className="mt-4 text-warn-text">
          The till is closed. Open it to take cash, or choose another way.
        </p>
      ) : null}
      {buyer && !state.isWhole ? (
        <p role="status" className="mt-4 text-warn-text">
          Who is no member yet pays the whole amount, {money(due)}.
        </p>
      ) : null}
      <div className="mt-auto flex flex-col gap-3 pt-4">
        <FormError message={state.error} />
        <Button variant="primary" full className="tl-act" busy={state.isBusy} disabled={!state.isReady} onClick={onAct}>
          {!state.isReady
            ? "Take payment"
            : state.isFree
              ? "Sell without payment"
              : `Take ${partsWords(tally.parts, currency, locale)}`}
        </Button>
      </div>
    </>
  );
}
