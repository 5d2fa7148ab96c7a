import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { TillContext } from "@/components/billing/till/desk/till-context";
import { Button } from "@/components/ui/controls/button";
import { Select } from "@/components/ui/forms/select";
import { Nothing } from "@/components/ui/overlays/nothing";
import { formatMoney } from "@/lib/values/money";
import { type Basket, type OneOffPlan, withItem, withPlan } from "./basket";

const ItemDialog = dynamic(() => import("./item-dialog").then((module) => module.ItemDialog), { loading: Nothing });

interface AddButtonsProps {
  context: TillContext;
  plans: readonly OneOffPlan[];
  tax_classes: readonly string[];
  basket: Basket;
  onChange: (basket: Basket) => void;
}

/** How many plans have a button of their own. */
const most = 3;

/** What one touch sells: plans that are paid once, and whatever staff write. */
export function AddButtons({ context, plans, tax_classes, basket, onChange }: AddButtonsProps) {
  const [isWriting, setIsWriting] = useState(false);
  const { currency, locale } = context;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const others = plans.slice(most);
  return (
    <>
      <h2 className="mt-5 mb-3" id="till-add">
        Add
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own */}
      <div role="group" aria-labelledby="till-add" className="flex flex-wrap gap-2">
        {plans.slice(0, most).map((plan) => (
          <Button key={plan.id} size="touch" onClick={() => onChange(withPlan(basket, plan))}>
            <span>{plan.name}</span>
            <span className="text-ink-3">{money(plan.price_minor)}</span>
          </Button>
        ))}
        {others.length > 0 ? (
          <Select
            aria-label="Another plan"
            className="max-w-56"
            size="touch"
            placeholder="Another plan"
            value=""
            options={others.map(({ id, name, price_minor }) => ({
              value: id,
              label: `${name}, ${money(price_minor)}`,
            }))}
            onChange={({ target }) => {
              const plan = others.find(({ id }) => id === target.value);
              if (plan) onChange(withPlan(basket, plan));
            }}
          />
        ) : null}
        <Button size="touch" icon={<Plus aria-hidden="true" />} onClick={() => setIsWriting(true)}>
          Other item…
        </Button>
      </div>
      {isWriting ? (
        <ItemDialog
          context={context}
          tax_classes={tax_classes}
          onAdd={(item) => onChange(withItem(basket, item))}
          onClose={() => setIsWriting(false)}
        />
      ) : null}
    </>
  );
}
