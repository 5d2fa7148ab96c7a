"use client";

import { useQuery } from "@tanstack/react-query";
import type { TillContext } from "@/components/billing/till/desk/till-context";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Select } from "@/components/ui/forms/select";
import { api } from "@/lib/client/api";
import { listMemberships } from "@/lib/client/endpoints/memberships";
import { formatDay, lowercaseRelativeDay } from "@/lib/client/format";
import { formatMoney } from "@/lib/values/money";
import { type Basket, withAhead } from "./basket";

interface AheadListProps {
  context: TillContext;
  member_id: string;
  basket: Basket;
  onChange: (basket: Basket) => void;
}

const choices = [1, 2, 3, 4, 5, 6, 12];

/** The next bills of the memberships that the member pays for, which may be paid before their day. */
export function AheadList({ context, member_id, basket, onChange }: AheadListProps) {
  const { organization, currency, locale, time_zone, now } = context;
  const found = useQuery({
    queryKey: ["till-memberships", organization, member_id],
    queryFn: async ({ signal }) => {
      const wanted = { member_id, status: ["active", "pending"] as ("active" | "pending")[], limit: 20 };
      const { data } = await api(listMemberships, wanted, { organization, signal });
      return data.flatMap(
        ({ id, kind, plan_name, price_minor, next_bill_on, payer, cancelled_on, next_plan, ...one }) =>
          kind === "recurring" && next_bill_on && !payer && !cancelled_on && !next_plan && one.currency === currency
            ? [{ id, plan_name, price_minor, next_bill_on }]
            : [],
      );
    },
    retry: false,
  });
  const memberships = found.data ?? [];
  if (memberships.length === 0) return null;
  return (
    <>
      <h2 className="mt-5 mb-3">Paying ahead</h2>
      <ul className="tl-list">
        {memberships.map(({ id, plan_name, price_minor, next_bill_on }) => {
          const periods = basket.ahead[id] ?? 0;
          const day = lowercaseRelativeDay(formatDay(next_bill_on, { locale, time_zone, now }));
          return (
            <li key={id} className="flex-wrap">
              <Checkbox
                checked={periods > 0}
                onChange={() => onChange(withAhead(basket, id, periods > 0 ? 0 : 1))}
                aria-label={`${plan_name}, next bill of ${day}`}
              />
              <div className="min-w-0 flex-1">
                <b>{plan_name}</b>
                <small>Next bill, paid ahead</small>
              </div>
              {periods > 0 ? (
                <Select
                  aria-label={`Periods of ${plan_name} paid ahead`}
                  className="w-36 max-sm:order-last max-sm:w-full"
                  size="touch"
                  value={String(periods)}
                  options={choices.map((count) => ({
                    value: String(count),
                    label: count === 1 ? "1 period" : `${count} periods`,
                  }))}
                  onChange={({ target }) => onChange(withAhead(basket, id, Number(target.value)))}
                />
              ) : null}
              <div className="text-right">
                <b className="text-20">{formatMoney(price_minor, currency, locale)}</b>
                <small>{day.startsWith("to") ? day : `on ${day}`}</small>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
