import { expect, test } from "vitest";
import { type Offer, quoteOf } from "@/lib/domain/memberships/quote";

const plan = {
  ...{ id: "0197f0a0-0000-7000-8000-0000000000f1", name: "Unlimited", kind: "recurring", currency: "USD" },
  ...{ interval_unit: "month", interval_count: 1, sessions_included: null, billing_day: null },
  ...{ is_first_period_free: false, min_term_months: null, notice_days: 0, freeze_policy: null, family_discounts: [] },
  ...{ tax_class: "membership", is_price_with_tax: true },
} as unknown as Offer["plan"];

const vat = {
  kind: "vat",
  name: "VAT",
  tax_class: "membership",
  rate_ppm: 200_000,
  from_on: "2011-01-04",
  to_on: null,
};

const seller = {
  entity: { country: "GB", state_code: null },
  location: { id: "0197f0a0-0000-7000-8000-000000000001", name: "Main", time_zone: "Europe/London" },
  ...{ rates: [vat], today: "2026-01-31" },
} as unknown as Offer["seller"];

const offer: Offer = {
  ...{ member_id: "0197f0a0-0000-7000-8000-000000000102", seller, plan, price_minor: 5900, joining_fee_minor: 2500 },
  ...{
    joining_fee_waived: null,
    price_reasons: [],
    discounts: [],
    family: [],
    payer: null,
    is_rejoin: false,
    increase: null,
  },
  ...{ is_first_period_free: false, prepaid_periods: 1, starts_on: "2026-01-31", today: "2026-01-31", notes: [] },
};

const organization = { locale: "en-US" } as Parameters<typeof quoteOf>[1];

test("C12 a sale shows each line, what it pays for, the total, its tax and the next bill", () => {
  const { quote } = quoteOf(offer, organization);
  expect(quote.lines).toEqual([
    {
      ...{ kind: "period", label: "Unlimited", due_on: "2026-01-31", from_on: "2026-01-31", to_on: "2026-02-27" },
      ...{ amount_minor: 5900, discount_minor: 0, net_minor: 4917, tax_minor: 983, total_minor: 5900 },
      why: "$59.00, January 31\u2009–\u2009February 27, 2026, for period 1.",
    },
    {
      ...{ kind: "joining_fee", label: "Joining fee", due_on: "2026-01-31", from_on: null, to_on: null },
      ...{ amount_minor: 2500, discount_minor: 0, net_minor: 2083, tax_minor: 417, total_minor: 2500 },
      why: "$25.00, for joining.",
    },
  ]);
  expect([quote.net_minor, quote.tax_minor, quote.total_minor]).toEqual([7000, 1400, 8400]);
  expect([quote.next_bill_on, quote.next_bill_minor, quote.ends_on, quote.status]).toEqual([
    "2026-02-28",
    5900,
    null,
    "active",
  ]);
});

test("a term that ends has no next bill", () => {
  const term = { ...plan, kind: "fixed_term", interval_count: 12 } as Offer["plan"];
  const { quote } = quoteOf({ ...offer, plan: term, joining_fee_minor: 0 }, organization);
  expect([quote.lines.length, quote.ends_on, quote.next_bill_on, quote.next_bill_minor]).toEqual([
    1,
    "2027-01-30",
    null,
    null,
  ]);
});

test("a free trial costs nothing and still says so", () => {
  const trial = { ...plan, kind: "trial", interval_unit: "day", interval_count: 7 } as Offer["plan"];
  const { quote } = quoteOf({ ...offer, plan: trial, price_minor: 0, joining_fee_minor: 0 }, organization);
  expect([quote.total_minor, quote.lines.map(({ amount_minor }) => amount_minor), quote.ends_on]).toEqual([
    0,
    [0],
    "2026-02-06",
  ]);
});

test("a sale for a later day is pending until then", () => {
  expect(quoteOf({ ...offer, starts_on: "2026-02-10" }, organization).quote.status).toBe("pending");
});

test("C14 a start in the past bills the periods that have begun since", () => {
  const { quote } = quoteOf({ ...offer, starts_on: "2025-12-31", joining_fee_minor: 0 }, organization);
  expect(quote.lines.map(({ from_on, total_minor }) => [from_on, total_minor])).toEqual([
    ["2025-12-31", 5900],
    ["2026-01-31", 5900],
  ]);
});
