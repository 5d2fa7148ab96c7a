import { X } from "lucide-react";
import { IconButton } from "@/components/ui/controls/icon-button";
import { formatMoney } from "@/lib/values/money";
import { type Basket, without } from "./basket";

interface BasketListProps {
  basket: Basket;
  onChange: (basket: Basket) => void;
  currency: string;
  locale: string;
}

/** What is sold now. */
export function BasketList({ basket, onChange, currency, locale }: BasketListProps) {
  const rows = [
    ...basket.plans.map(({ key, name, price_minor }) => ({ key, name, note: "Begins today", price_minor })),
    ...basket.items.map(({ key, description, quantity, price_minor }) => ({
      ...{ key, name: description, price_minor: price_minor * quantity },
      note: quantity > 1 ? `${quantity} × ${formatMoney(price_minor, currency, locale)}` : null,
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="mt-5 mb-3">Sold now</h2>
      <ul className="tl-list" aria-label="Sold now">
        {rows.map(({ key, name, note, price_minor }) => (
          <li key={key}>
            <div className="min-w-0 flex-1">
              <b>{name}</b>
              {note ? <small>{note}</small> : null}
            </div>
            <b className="text-20">{formatMoney(price_minor, currency, locale)}</b>
            <IconButton
              label={`Leave out ${name}`}
              icon={<X aria-hidden="true" />}
              size="touch"
              onClick={() => onChange(without(basket, key))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
