import type { PlanKind } from "@/lib/values/statuses";

/** A plan that is paid once. */
export type OneOffPlan = { id: string; name: string; price_minor: number };

export type WrittenItem = { description: string; quantity: number; price_minor: number; tax_class: string };

/** What is added to the open invoices. Each entry has a key, because a thing may be sold twice. */
export type Basket = {
  plans: readonly (OneOffPlan & { key: number })[];
  items: readonly (WrittenItem & { key: number })[];
  /** How many periods of each membership are paid ahead. */
  ahead: Readonly<Record<string, number>>;
};

export const emptyBasket: Basket = { plans: [], items: [], ahead: {} };

export const isEmpty = ({ plans, items, ahead }: Basket): boolean =>
  plans.length + items.length + Object.keys(ahead).length === 0;

/** As the API takes it. */
export const itemsOf = ({ plans, items, ahead }: Basket) => ({
  plan_ids: plans.map(({ id }) => id),
  lines: items.map(({ description, quantity, price_minor, tax_class }) => ({
    ...{ description, quantity, price_minor, tax_class },
  })),
  prepay: Object.entries(ahead).map(([membership_id, periods]) => ({ membership_id, periods })),
});

let made = 0;
const nextKey = () => {
  made += 1;
  return made;
};

export const withPlan = (basket: Basket, plan: OneOffPlan): Basket => ({
  ...basket,
  plans: [...basket.plans, { ...plan, key: nextKey() }],
});

export const withItem = (basket: Basket, item: WrittenItem): Basket => ({
  ...basket,
  items: [...basket.items, { ...item, key: nextKey() }],
});

export const without = (basket: Basket, key: number): Basket => ({
  ...basket,
  plans: basket.plans.filter((plan) => plan.key !== key),
  items: basket.items.filter((item) => item.key !== key),
});

/** Zero periods pay nothing ahead. */
export function withAhead(basket: Basket, membership_id: string, periods: number): Basket {
  const { [membership_id]: _, ...others } = basket.ahead;
  return { ...basket, ahead: periods > 0 ? { ...others, [membership_id]: periods } : others };
}

type Plan = {
  id: string;
  name: string;
  kind: PlanKind;
  price_minor: number;
  joining_fee_minor: number;
  currency: string;
};

const order: readonly PlanKind[] = ["day_pass", "trial", "session_pack", "fixed_term"];

/** The plans that are paid once, day passes first. A recurring one is sold on the page of the member, with its next bills. */
export const oneOffPlans = (plans: readonly Plan[], currency: string): OneOffPlan[] =>
  plans
    .filter((plan) => plan.kind !== "recurring" && plan.currency === currency)
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.price_minor - b.price_minor)
    .map(({ id, name, price_minor, joining_fee_minor }) => ({
      id,
      name,
      price_minor: price_minor + joining_fee_minor,
    }));
