"use client";

import { CreditCard, Eraser } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { OpenInvoice } from "@/components/billing/payments/open-invoice";
import { owedOf } from "@/components/billing/payments/open-invoice";
import type { Payer } from "@/components/billing/payments/payer";
import { useKeys } from "@/components/billing/use-keys";
import { Button } from "@/components/ui/controls/button";
import { RowSelection } from "@/components/ui/data/row-selection";
import { Nothing } from "@/components/ui/overlays/nothing";
import { formatMoney } from "@/lib/values/money";

const TakePaymentDialog = dynamic(
  () => import("@/components/billing/payments/take-payment-dialog").then((module) => module.TakePaymentDialog),
  { loading: Nothing },
);
const ReasonDialog = dynamic(() => import("./actions/reason-dialog").then((module) => module.ReasonDialog), {
  loading: Nothing,
});

export type SelectableInvoice = OpenInvoice & { payer: Payer; location_id: string };

interface InvoiceSelectionProps {
  organization: string;
  /** Those of the page that have something to pay. */
  invoices: readonly SelectableInvoice[];
  locale: string;
  may: { take: boolean; correct: boolean };
  newHref: string | null;
  children: ReactNode;
}

type Acting = { action: "take" | "write_off"; chosen: readonly SelectableInvoice[]; clear: () => void };

/** Several invoices at once, and the keys of the list. The bar repeats what the selection owes. */
export function InvoiceSelection(props: InvoiceSelectionProps) {
  const { organization, invoices, locale, may, newHref, children } = props;
  const router = useRouter();
  const [acting, setActing] = useState<Acting | null>(null);
  const payCurrent = () => {
    const id = document.querySelector<HTMLElement>("[data-row][data-current]")?.dataset.row;
    const invoice = invoices.find((one) => one.id === id);
    if (invoice) setActing({ action: "take", chosen: [invoice], clear: () => undefined });
  };
  useKeys({
    p: may.take ? payCurrent : undefined,
    n: newHref ? () => router.push(newHref) : undefined,
  });
  const [first] = acting?.chosen ?? [];
  return (
    <>
      <RowSelection
        bar={({ ids, clear }) => {
          const chosen = invoices.filter(({ id }) => ids.includes(id));
          const reason = whyNotTaken(chosen, ids.length);
          return (
            <>
              <span aria-live="polite">{`${sumsOf(chosen, locale)} to pay`}</span>
              {may.take ? (
                <Button
                  variant="invert"
                  data-bare=""
                  icon={<CreditCard aria-hidden="true" />}
                  aria-disabled={reason ? true : undefined}
                  title={reason ?? undefined}
                  onClick={reason ? undefined : () => setActing({ action: "take", chosen, clear })}
                >
                  Take payment
                </Button>
              ) : null}
              {may.correct && chosen.length > 0 ? (
                <Button
                  variant="invert"
                  data-bare=""
                  icon={<Eraser aria-hidden="true" />}
                  onClick={() => setActing({ action: "write_off", chosen, clear })}
                >
                  Write off…
                </Button>
              ) : null}
            </>
          );
        }}
      >
        {children}
      </RowSelection>
      {acting?.action === "take" && first ? (
        <TakePaymentDialog
          organization={organization}
          payer={first.payer}
          location_id={first.location_id}
          currency={first.currency}
          locale={locale}
          invoices={acting.chosen}
          onClose={() => setActing(null)}
          onTaken={acting.clear}
        />
      ) : null}
      {acting?.action === "write_off" ? (
        <ReasonDialog
          organization={organization}
          action="write_off"
          invoices={acting.chosen}
          amount={sumsOf(acting.chosen, locale)}
          onClose={() => setActing(null)}
          onDone={acting.clear}
        />
      ) : null}
    </>
  );
}

/** One payment comes from one payer, in one currency. */
function whyNotTaken(chosen: readonly SelectableInvoice[], selected: number): string | null {
  if (chosen.length === 0) return selected === 1 ? "Nothing of it is to be paid" : "Nothing of them is to be paid";
  const [first] = chosen;
  if (chosen.some(({ payer }) => payer.id !== first?.payer.id)) return "Select the invoices of one payer";
  return chosen.some(({ currency }) => currency !== first?.currency) ? "Select invoices of one currency" : null;
}

/** What the selection owes, for each currency. */
function sumsOf(chosen: readonly SelectableInvoice[], locale: string): string {
  const currencies = [...new Set(chosen.map(({ currency }) => currency))];
  if (currencies.length === 0) return "Nothing";
  return currencies
    .map((currency) => formatMoney(owedOf(chosen.filter((one) => one.currency === currency)), currency, locale))
    .join(" and ");
}
