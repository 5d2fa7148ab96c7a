import type { GatewayMethodKind } from "@/lib/values/gateways";
import { authorizes, challenges, declines, failsAfter, type SandboxOutcome, settlesAfter, succeeds } from "./outcomes";

export type SandboxMethodKind = Extract<GatewayMethodKind, "card" | "bank_debit" | "upi">;

/** A card, account or UPI id of the sandbox. The browser sends the token, never a number that somebody typed. */
export type SandboxTestMethod = {
  token: string;
  kind: SandboxMethodKind;
  /** What is typed: the card number, the account number or the UPI id. */
  number: string;
  brand: string;
  /** What it is for, in a few words. */
  title: string;
  /** The answer of the bank while the payer is present, and to a later charge of the saved method. */
  present: SandboxOutcome;
  absent: SandboxOutcome;
  /** Months until a saved card expires. */
  expires_in_months: number;
  /** `delayed`: confirmed after some days. `fails`: the bank sends the money back. */
  refund: "immediate" | "delayed" | "fails";
  /** Opened by itself so many days after the payment. */
  dispute: { days: number; is_inquiry: boolean; reason: string } | null;
  /** The mandate is revoked in the payer's app right after it was given. */
  is_revoked: boolean;
};

type Row = Pick<SandboxTestMethod, "token" | "number" | "title"> &
  Partial<SandboxTestMethod> & { present: SandboxOutcome };

const method = (kind: SandboxMethodKind, brand: string, row: Row): SandboxTestMethod => ({
  kind,
  brand,
  absent: row.present,
  expires_in_months: 48,
  refund: kind === "card" || kind === "upi" ? "immediate" : "delayed",
  dispute: null,
  is_revoked: false,
  ...row,
});

const card = (token: string, number: string, title: string, present: SandboxOutcome, more: Partial<Row> = {}) =>
  method("card", number.startsWith("5") ? "Mastercard" : "Visa", { token, number, title, present, ...more });
const account = (token: string, number: string, title: string, present: SandboxOutcome, more: Partial<Row> = {}) =>
  method("bank_debit", "Test Bank", { token, number, title, present, ...more });
const upi = (token: string, number: string, title: string, present: SandboxOutcome, more: Partial<Row> = {}) =>
  method("upi", "UPI", { token, number, title, present, ...more });

const fraudulent = { days: 0, is_inquiry: false, reason: "fraudulent" };

/** Every test method. Forms show this table, and tests run each row of it. */
export const sandboxTestMethods: readonly SandboxTestMethod[] = [
  card("tm_visa", "4242424242424242", "Succeeds", succeeds),
  card("tm_mastercard", "5555555555554444", "Succeeds", succeeds),
  card("tm_expires_soon", "4000000000000887", "Succeeds, expires next month", succeeds, { expires_in_months: 1 }),
  card("tm_confirm_once", "4000002500003155", "Bank asks once, later charges succeed", challenges, {
    absent: succeeds,
  }),
  card("tm_confirm_always", "4000002760003184", "Bank asks every time, also for later charges", challenges, {
    absent: declines("authentication_required"),
  }),
  card("tm_confirm_no_funds", "4000008260003178", "Bank asks once, later charges find no money", challenges, {
    absent: declines("insufficient_funds"),
  }),
  card("tm_saved_declines", "4000000000000341", "Succeeds now, later charges are declined", succeeds, {
    absent: declines("generic_decline"),
  }),
  card("tm_saved_no_funds", "4000000000000770", "Succeeds now, later charges find no money", succeeds, {
    absent: declines("insufficient_funds"),
  }),
  card("tm_no_funds", "4000000000009995", "Not enough money", declines("insufficient_funds")),
  card("tm_declined", "4000000000000002", "Declined without a reason", declines("generic_decline")),
  card("tm_expired", "4000000000000069", "Expired card", declines("expired_card")),
  card("tm_wrong_code", "4000000000000127", "Wrong security code", declines("incorrect_details", "incorrect_cvc")),
  card("tm_lost", "4000000000009987", "Lost card", declines("lost_or_stolen", "lost_card")),
  card("tm_stolen", "4000000000009979", "Stolen card", declines("lost_or_stolen", "stolen_card")),
  card("tm_fraud", "4100000000000019", "Blocked as fraud", declines("suspected_fraud", "fraudulent")),
  card("tm_limit", "4000000000006975", "Above the limit of the card", declines("limit_exceeded", "velocity_exceeded")),
  card("tm_unsupported", "4000000000000440", "Card does not allow this payment", declines("method_not_supported")),
  card("tm_bank_error", "4000000000000119", "Bank has an error", declines("try_again_later", "processing_error")),
  card("tm_authorized", "4000000000003063", "Amount is held until it is captured", authorizes, { absent: succeeds }),
  card("tm_disputed", "4000000000000259", "Succeeds, then is disputed as fraud", succeeds, { dispute: fraudulent }),
  card("tm_inquiry", "4000000000001976", "Succeeds, then the bank inquires", succeeds, {
    dispute: { ...fraudulent, is_inquiry: true },
  }),
  card("tm_refund_delayed", "4000000000007726", "Refunds take days", succeeds, { refund: "delayed" }),
  card("tm_refund_fails", "4000000000005126", "Refunds fail", succeeds, { refund: "fails" }),
  account("tm_debit", "000123456789", "Settles after 3 days", settlesAfter(3)),
  account("tm_debit_no_funds", "000222222227", "Comes back after 2 days: not enough money", {
    ...failsAfter(2, "insufficient_funds", "R01"),
  }),
  account("tm_debit_closed", "000111111113", "Comes back after 1 day: account closed", {
    ...failsAfter(1, "account_closed", "R02"),
  }),
  account("tm_debit_returned", "000333333335", "Comes back after 5 days: not authorized", {
    ...failsAfter(5, "debit_returned", "R10"),
  }),
  account("tm_debit_taken_back", "000888888883", "Settles, then the payer takes it back", settlesAfter(3), {
    dispute: { days: 5, is_inquiry: false, reason: "debit_not_authorized" },
  }),
  upi("tm_upi", "success@sandbox", "Succeeds", succeeds),
  upi("tm_upi_declined", "failure@sandbox", "Declined", declines("generic_decline")),
  upi("tm_upi_no_funds", "nofunds@sandbox", "Later debits find no money", succeeds, {
    absent: declines("insufficient_funds"),
  }),
  upi("tm_upi_slow", "slow@sandbox", "Settles after a day", settlesAfter(1)),
  upi("tm_upi_revoked", "revoked@sandbox", "Succeeds, then the mandate is revoked", succeeds, { is_revoked: true }),
];

const byToken = new Map(sandboxTestMethods.map((method) => [method.token, method]));
const byNumber = new Map(sandboxTestMethods.map((method) => [method.number, method]));

export const sandboxMethodOf = (token: string): SandboxTestMethod | undefined => byToken.get(token);

/** The method that was typed into a form; undefined for a real number. */
export function sandboxMethodTyped(kind: SandboxMethodKind, typed: string): SandboxTestMethod | undefined {
  const found = byNumber.get(kind === "upi" ? typed.trim().toLowerCase() : typed.replace(/[\s-]/g, ""));
  return found?.kind === kind ? found : undefined;
}

/** UPI moves rupees only. */
export const sandboxKindsFor = (currency: string): SandboxMethodKind[] =>
  currency === "INR" ? ["upi", "card", "bank_debit"] : ["card", "bank_debit"];
