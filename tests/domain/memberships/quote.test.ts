import { expect, test } from "vitest";
import { type Offer, quoteOf } from "@/lib/domain/memberships/quote";

const plan: Offer["plan"] = {
  id: "0197f0a0-0000-7000-8000-0000000000f1",
  name: "Unlimited",
  kind: "recurring",
  currency: "USD",
  interval_unit: "month",
  interval_count: 1,
  sessions_included: null,
};

const offer: Offer = {
  member_id: "0197f0a0-0000-7000-8000-000000000102",
  location_id: "0197f0a0-0000-7000-8000-000000000001",
  plan,
  price_minor: 5900,
  joining_fee_minor: 2500,
  joining_fee_waived: null,
  starts_on: "2026-01-31",
  today: "2026-01-31",
};

test("C12 a sale shows each line, what it pays for, the total and the next bill", () => {
  const { quote } = quoteOf(offer);
  expect(quote.lines).toEqual([
    { kind: "term", label: "Unlimited", amount_minor: 5900, from_on: "2026-01-31", to_on: "2026-02-27" },
    { kind: "joining_fee", label: "Joining fee", amount_minor: 2500, from_on: null, to_on: null },
  ]);
  expect([quote.total_minor, quote.next_bill_on, quote.next_bill_minor, quote.ends_on, quote.status]).toEqual([
    8400,
    "2026-02-28",
    5900,
    null,
    "active",
  ]);
});

test("a term that ends has no next bill", () => {
  const { quote } = quoteOf({
    ...offer,
    plan: { ...plan, kind: "fixed_term", interval_count: 12 },
    joining_fee_minor: 0,
  });
  expect([quote.lines.length, quote.ends_on, quote.next_bill_on, quote.next_bill_minor]).toEqual([
    1,
    "2027-01-30",
    null,
    null,
  ]);
});

test("a free trial costs nothing and still says so", () => {
  const { quote } = quoteOf({
    ...offer,
    plan: { ...plan, kind: "trial", interval_unit: "day", interval_count: 7 },
    price_minor: 0,
    joining_fee_minor: 0,
  });
  expect([quote.total_minor, quote.lines.map(({ amount_minor }) => amount_minor), quote.ends_on]).toEqual([
    0,
    [0],
    "2026-02-06",
  ]);
});

test("a sale for a later day is pending until then", () => {
  expect(quoteOf({ ...offer, starts_on: "2026-02-10" }).quote.status).toBe("pending");
});
