import type { PaymentMethod } from "@/lib/values/billing";
import type { FreezeFee } from "@/lib/values/billing-state";
import type { TaxKind, TaxRate } from "@/lib/values/tax/tax-rate";

type SeedEntity = {
  legal_name: string;
  address: string;
  country: string;
  state_code: string | null;
  tax_ids: { label: string; value: string }[];
  invoice_prefix: string;
  credit_note_prefix: string;
  number_digits: number;
  numbers_by_year: boolean;
  financial_year_starts_in: number;
  bank_details: string;
  invoice_footer: string;
  rates: (TaxRate & { kind: Exclude<TaxKind, "none"> })[];
  /** The names of its locations. */
  locations: string[];
};

export type SeedCoupon = {
  code: string;
  name: string;
  value: { percent_bp: number } | { amount_minor: number };
  periods: number | null;
  applies_to: "period" | "joining_fee" | "both";
  /** It can be used from the first day to the last; null: without an end. Days before today. */
  from_days_ago: number;
  to_days_ago: number | null;
  max_uses: number | null;
  is_for_new_members: boolean;
  /** The codes of the plans that it is for; empty: every recurring one. */
  plans: string[];
  /** How often a sale in its time uses it. */
  chance: number;
};

export type SeedIncrease = {
  /** The code of the plan. Its price is that of today. */
  plan: string;
  from_minor: number;
  to_minor: number;
  announced_days_ago: number;
  /** Below zero in the future. */
  effective_days_ago: number;
};

export type SeedCompany = {
  name: string;
  address: string;
  country: string;
  state_code: string | null;
  tax_id: string | null;
  email: string;
  /** For how many members it pays. */
  members: number;
};

export type SeedBilling = {
  /** Days from an invoice until it is due. */
  due_days: number;
  /** The first is the default. */
  entities: SeedEntity[];
  coupons: SeedCoupon[];
  increases: SeedIncrease[];
  companies: SeedCompany[];
  /** How members like to pay. */
  methods: (readonly [PaymentMethod, number])[];
  freeze_fees: (readonly [FreezeFee, number])[];
  /** What stays in a drawer overnight. */
  float_minor: number;
  /** Notes and coins, largest first. */
  cash: number[];
  /** The share of members whose renewals are charged to a saved card through the sandbox. 0: no gateway is connected. */
  cards: number;
  /** What a credit for a nuisance is worth. */
  goodwill_minor: number;
  /** Bought out of the drawer. */
  petty: (readonly [string, number])[];
  write_off_reason: string;
};
