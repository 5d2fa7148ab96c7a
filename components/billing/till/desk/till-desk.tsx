"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { owedOf } from "@/components/billing/payments/open-invoice";
import { type Part, tallyOf } from "@/components/billing/payments/parts";
import { useOpenInvoices } from "@/components/billing/payments/use-open-invoices";
import { useTakePayment } from "@/components/billing/payments/use-take-payment";
import { PayPanel } from "./pay-panel";
import { paidWords } from "./sale/ahead-words";
import { type Basket, emptyBasket, isEmpty, type OneOffPlan } from "./sale/basket";
import type { Buyer } from "./sale/buyer";
import { useSell } from "./sale/use-sell";
import { useTillQuote } from "./sale/use-till-quote";
import { type Taken, TakenPanel } from "./taken-panel";
import type { TillContext } from "./till-context";
import { WhatPanel } from "./what-panel";

interface TillDeskProps {
  context: TillContext;
  isOpen: boolean;
  /** The plans that are paid once. */
  plans: readonly OneOffPlan[];
  tax_classes: readonly string[];
  /** The member of the link that opened the till. */
  initialPayer: { id: string; name: string; member_code: string | null } | null;
}

const cash: Part = { method: "cash", amount_minor: null, reference: "" };
const card: Part = { method: "card_terminal", amount_minor: null, reference: "" };

/** Who pays, what, and how; one button that names each part. */
export function TillDesk({ context, isOpen, plans, tax_classes, initialPayer }: TillDeskProps) {
  const { organization, location, currency } = context;
  const router = useRouter();
  const [buyer, setBuyer] = useState<Buyer | null>(initialPayer && { kind: "member", ...initialPayer });
  const [basket, setBasket] = useState<Basket>(emptyBasket);
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [amount, setAmount] = useState<number | null | undefined>(undefined);
  // Cash while the till is open, until another way is chosen.
  const [chosenParts, setParts] = useState<readonly Part[] | null>(null);
  const parts = chosenParts ?? [isOpen ? cash : card];
  const [handed, setHanded] = useState<number | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const payer = buyer?.kind === "member" ? { kind: "member" as const, id: buyer.id, name: buyer.name } : null;
  const found = useOpenInvoices(organization, payer, currency);
  const open = payer ? (found.data ?? []) : [];
  const ticked = open.filter(({ id }) => !unticked.has(id));
  const { quote, error, isCurrent } = useTillQuote(context, buyer, basket);
  const due = owedOf(ticked) + (quote?.to_pay_minor ?? 0);
  const total = amount === undefined ? due : amount;
  const tally = tallyOf(parts, total);
  const cash_minor = tally.parts.find(({ method }) => method === "cash")?.amount_minor ?? 0;
  const done = (payer_name: string, payment_ids: readonly string[], credit_minor: number, words: readonly string[]) => {
    const change_minor = handed === null ? 0 : handed - cash_minor;
    setBasket(emptyBasket);
    setTaken({ payer_name, amount_minor: total ?? 0, change_minor, payment_ids, credit_minor, prepaid: words });
    router.refresh();
  };
  const take = useTakePayment(organization, (_, payment_ids) =>
    done(buyer?.name ?? "", payment_ids, Math.max(0, (total ?? 0) - owedOf(ticked)), []),
  );
  const sell = useSell(organization, (sale) => {
    const payment_ids = sale.payments.map(({ id }) => id);
    // The walk-in has a record now.
    if (buyer?.kind === "walk_in")
      setBuyer({ kind: "member", id: sale.member_id, name: sale.member_name, member_code: null });
    done(sale.member_name, payment_ids, sale.credit_minor, paidWords(sale.prepaid, context));
  });
  const recount = () => {
    setAmount(undefined);
    setHanded(null);
  };
  const begin = (next: Buyer | null, kept: Basket = emptyBasket) => {
    setBuyer(next);
    setBasket(kept);
    setUnticked(new Set());
    setParts(null);
    setTaken(null);
    recount();
    take.reset();
    sell.reset();
  };
  const isSale = !isEmpty(basket);
  const isKnown = buyer !== null && (payer === null || found.isSuccess) && isCurrent;
  const isFree = isSale && due === 0 && amount === undefined;
  const needsTill = !isOpen && cash_minor > 0;
  const isWhole = buyer?.kind !== "walk_in" || (total ?? 0) >= due;
  const isShort = handed !== null && handed < cash_minor;
  const isReady =
    isKnown && (isFree || tally.isReady) && !isShort && !needsTill && isWhole && (isSale || payer !== null);
  const act = () => {
    if (!buyer) return;
    const how = { parts: isFree ? [] : tally.parts, handed_over_minor: handed };
    if (isSale) {
      const to_pay_minor = quote?.to_pay_minor ?? 0;
      sell.mutate({ buyer, location_id: location.id, basket, to_pay_minor, invoices: ticked, ...how });
    } else if (payer) take.mutate({ payer, location_id: location.id, currency, invoices: ticked, ...how });
  };
  return (
    <>
      <WhatPanel
        context={context}
        buyer={buyer}
        // Items that were added before the payer was chosen stay. Bills paid ahead belong to memberships of another payer.
        onBuyer={(next) => begin(next, buyer === null && taken === null ? { ...basket, ahead: {} } : emptyBasket)}
        open={open}
        state={{ isPending: payer !== null && found.isPending, error: found.error?.message }}
        unticked={unticked}
        onUnticked={(next) => {
          setUnticked(next);
          recount();
        }}
        plans={plans}
        tax_classes={tax_classes}
        basket={basket}
        onBasket={(next) => {
          setBasket(next);
          setTaken(null);
          recount();
        }}
      />
      <section aria-label="How it is paid">
        {taken ? (
          <TakenPanel taken={taken} context={context} onNext={() => begin(null)} />
        ) : (
          <PayPanel
            context={context}
            buyer={buyer}
            quote={quote}
            sums={{ due, total, owed: owedOf(ticked), isOther: amount !== undefined }}
            onAmount={(minor) => {
              setAmount(minor);
              setHanded(null);
            }}
            parts={parts}
            tally={tally}
            onParts={(next) => {
              setParts(next);
              setHanded(null);
            }}
            handed={handed}
            onHanded={setHanded}
            state={{
              ...{ isReady, isFree, needsTill, isWhole, isBusy: take.isPending || sell.isPending },
              error: (sell.error ?? take.error ?? error)?.message,
            }}
            onAct={act}
          />
        )}
      </section>
    </>
  );
}
