import type { CalendarDay } from "@/lib/values/calendar-day";
import type { Currency } from "@/lib/values/currency";
import type { Gender } from "@/lib/values/statuses";
import type { DateFormat } from "./date-format";
import type { ImportField } from "./fields";
import type { ImportedStatus } from "./status-words";

export type ImportedMember = {
  first_name: string;
  last_name: string;
  email: string | null;
  phone: string | null;
  birth_on: CalendarDay | null;
  gender: Gender | null;
  address: string | null;
  joined_on: CalendarDay | null;
  member_code: string | null;
  location_name: string | null;
  tags: string[];
  notes: string | null;
  marketing_consent: boolean;
  emergency_contact_name: string | null;
  emergency_contact_phone: string | null;
  emergency_contact_relation: string | null;
  guardian_name: string | null;
  guardian_email: string | null;
  guardian_phone: string | null;
};

export type ImportedMembership = {
  plan_name: string;
  status: ImportedStatus;
  starts_on: CalendarDay;
  ends_on: CalendarDay | null;
  next_bill_on: CalendarDay | null;
  /** null: the plan's price. */
  price_minor: number | null;
  discount: ImportedDiscount | null;
  /** The member pays by cash, transfer or cheque. */
  is_paid_offline: boolean;
  sessions_left: number | null;
  sessions_expire_on: CalendarDay | null;
  frozen_from: CalendarDay | null;
  /** The first day after the freeze. */
  resumes_on: CalendarDay | null;
  /** The last day, if the membership was cancelled. */
  cancels_on: CalendarDay | null;
};

export type ImportedDiscount = { kind: "percent"; basis_points: number } | { kind: "amount"; minor: number };

/** What was open in the other system. */
export type ImportedBalance = {
  /** Owed by the member; below zero: account credit. */
  minor: number;
  /** The day on which it was due; null: not given. */
  due_on: CalendarDay | null;
};

export type ImportedRow = ImportedMember & { membership: ImportedMembership | null; balance: ImportedBalance | null };

export type RowProblem = {
  field: ImportField | "row";
  code: string;
  /** Says how to fix the problem. */
  message: string;
  severity: "error" | "warning";
};

export type ParsedRow =
  | { ok: true; row: ImportedRow; problems: RowProblem[] }
  | { ok: false; row: null; problems: RowProblem[] };

export type ParseOptions = {
  date_format: DateFormat;
  currency: Currency;
  /** The local day of the import, used for defaults, ages and future dates. */
  today: CalendarDay;
  decimal?: "." | ",";
  calling_code?: string;
  isKnownPhone?: (e164: string) => boolean;
};
