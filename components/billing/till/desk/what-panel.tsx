import { Search } from "lucide-react";
import { useRef } from "react";
import { useMemberSearch } from "@/components/access/check-ins/use-member-search";
import { type OpenInvoice, owedOf } from "@/components/billing/payments/open-invoice";
import { useKeys } from "@/components/billing/use-keys";
import { Button } from "@/components/ui/controls/button";
import { KeyCap } from "@/components/ui/controls/key-cap";
import { Avatar } from "@/components/ui/data/avatar";
import { Combobox } from "@/components/ui/forms/combobox";
import { FormError } from "@/components/ui/forms/form-error";
import { formatMoney } from "@/lib/values/money";
import { OwedList } from "./owed-list";
import { AddButtons } from "./sale/add-buttons";
import { AheadList } from "./sale/ahead-list";
import type { Basket, OneOffPlan } from "./sale/basket";
import { BasketList } from "./sale/basket-list";
import type { Buyer } from "./sale/buyer";
import type { TillContext } from "./till-context";

type Open = OpenInvoice & { description: string; total_minor: number; days_late: number };

interface WhatPanelProps {
  context: TillContext;
  buyer: Buyer | null;
  onBuyer: (buyer: Buyer | null) => void;
  open: readonly Open[];
  state: { isPending: boolean; error: string | undefined };
  unticked: ReadonlySet<string>;
  onUnticked: (unticked: ReadonlySet<string>) => void;
  plans: readonly OneOffPlan[];
  tax_classes: readonly string[];
  basket: Basket;
  onBasket: (basket: Basket) => void;
}

/** Who pays and what: open invoices, bills that are paid ahead, and what is sold now. */
export function WhatPanel(props: WhatPanelProps) {
  const { context, buyer, onBuyer, open, state, unticked, onUnticked, plans, tax_classes, basket, onBasket } = props;
  const { organization, currency, locale, time_zone, now } = context;
  const search = useMemberSearch(organization);
  const frame = useRef<HTMLDivElement>(null);
  useKeys({ "/": () => frame.current?.querySelector("input")?.focus() });
  const toggle = (id: string) => {
    const next = new Set(unticked);
    if (!next.delete(id)) next.add(id);
    onUnticked(next);
  };
  const ticked = open.filter(({ id }) => !unticked.has(id)).length;
  return (
    <section aria-label="What is paid">
      <div ref={frame} className="flex items-center gap-2">
        <Combobox
          aria-label="Find a member by name, phone or number"
          placeholder="Name, phone or number"
          icon={<Search aria-hidden="true" />}
          size="touch"
          className="flex-1"
          search={search}
          create={{
            label: (name) => `Sell to “${name}”, not a member yet`,
            onCreate: (name) => onBuyer({ kind: "walk_in", name }),
          }}
          value={null}
          onValueChange={(option) =>
            option &&
            onBuyer({ kind: "member", id: option.value, name: option.label, member_code: option.hint ?? null })
          }
        />
        <KeyCap>/</KeyCap>
      </div>
      {buyer ? (
        <div className="flex items-center gap-4 border-line border-b py-4">
          <Avatar name={buyer.name} size="lg" />
          <div className="min-w-0 flex-1">
            <b className="block truncate font-strong text-20 text-ink">{buyer.name}</b>
            <span className="text-ink-3">{buyerWords(buyer, state.isPending ? null : owedOf(open), context)}</span>
          </div>
          <Button size="touch" onClick={() => onBuyer(null)}>
            Somebody else
          </Button>
        </div>
      ) : (
        <p className="py-6 text-ink-3">Find the member who pays, or type the name of somebody who is no member yet.</p>
      )}
      {buyer?.kind === "member" ? (
        <>
          <div className="flex items-baseline justify-between py-3">
            <h2>Open invoices</h2>
            <span className="text-ink-3">{open.length > 0 ? `${ticked} of ${open.length} ticked` : null}</span>
          </div>
          {open.length > 0 ? (
            <OwedList
              invoices={open}
              unticked={unticked}
              localeContext={{ locale, time_zone, now }}
              onToggle={toggle}
            />
          ) : (
            <p className="text-ink-3">{state.isPending ? "Open invoices are loading." : "Nothing is owed."}</p>
          )}
          <FormError message={state.error} />
          <AheadList context={context} member_id={buyer.id} basket={basket} onChange={onBasket} />
        </>
      ) : null}
      <BasketList basket={basket} onChange={onBasket} currency={currency} locale={locale} />
      <AddButtons context={context} plans={plans} tax_classes={tax_classes} basket={basket} onChange={onBasket} />
    </section>
  );
}

function buyerWords(buyer: Buyer, owed_minor: number | null, { currency, locale }: TillContext): string {
  if (buyer.kind === "walk_in") return "Not a member yet. The sale adds them with this name.";
  const owes = owed_minor === null ? null : `owes ${formatMoney(owed_minor, currency, locale)}`;
  return [buyer.member_code, owes].filter(Boolean).join(" · ");
}
