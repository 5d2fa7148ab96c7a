/** The seller as printed on a document (L6). */
export type Seller = {
  legal_name: string;
  trading_name: string;
  address: string | null;
  country: string;
  state_code: string | null;
  tax_ids: { label: string; value: string }[];
  bank_details: string | null;
  footer: string | null;
  location_name: string;
  locale: string;
  time_zone: string;
  brand_color: string;
};

/** The buyer as printed on a document (L6, L12). */
export type Buyer = {
  name: string;
  address: string | null;
  country: string | null;
  state_code: string | null;
  tax_id: string | null;
  email: string | null;
  /** The language in which a member reads; absent: that of the seller. */
  language?: string | null;
};

/** One tax of a line; the amounts of all taxes of a line sum to its `tax_minor`. */
export type LineTax = { name: string; rate_ppm: number; base_minor: number; amount_minor: number };

/** What the explanation of a line is made from; `why` says which rule made it. */
export type LineFacts = { why: string } & Record<string, unknown>;
