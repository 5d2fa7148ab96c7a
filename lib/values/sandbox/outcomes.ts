import type { DeclineCode } from "@/lib/values/gateways";

export type SandboxDecline = { code: DeclineCode; vendor_code: string; message: string };

/**
 * What the bank of a test method answers.
 * - `challenge`: the payer must confirm on the bank's page.
 * - `authorize`: the bank holds the amount until it is captured.
 * - `process`: accepted, and it ends after some days.
 */
export type SandboxOutcome =
  | { answer: "succeed" }
  | { answer: "decline"; decline: SandboxDecline }
  | { answer: "challenge" }
  | { answer: "authorize" }
  | { answer: "process"; days: number; decline: SandboxDecline | null };

/** The sentences that a bank gives for each code. */
const sentences = {
  insufficient_funds: "The bank says there is not enough money in the account.",
  generic_decline: "The bank declined without giving a reason.",
  expired_card: "The card has expired.",
  incorrect_details: "The security code is incorrect.",
  authentication_required: "The bank wants the payer to confirm the payment.",
  authentication_failed: "The payer did not confirm the payment with the bank.",
  limit_exceeded: "The payment is above what the bank allows.",
  lost_or_stolen: "The card was reported lost or stolen.",
  account_closed: "The bank account is closed.",
  mandate_revoked: "The payer revoked the mandate.",
  method_not_supported: "The bank does not take this kind of payment.",
  suspected_fraud: "The payment was blocked as suspected fraud.",
  try_again_later: "The bank could not process the payment. Try again later.",
  debit_returned: "The bank returned the debit.",
  abandoned: "The payer left before the payment was confirmed.",
} as const satisfies Record<DeclineCode, string>;

export const sandboxDecline = (code: DeclineCode, vendor_code: string = code): SandboxDecline => ({
  code,
  vendor_code,
  message: sentences[code],
});

export const succeeds: SandboxOutcome = { answer: "succeed" };
export const challenges: SandboxOutcome = { answer: "challenge" };
export const authorizes: SandboxOutcome = { answer: "authorize" };
export const declines = (code: DeclineCode, vendor_code?: string): SandboxOutcome => ({
  answer: "decline",
  decline: sandboxDecline(code, vendor_code),
});
export const settlesAfter = (days: number): SandboxOutcome => ({ answer: "process", days, decline: null });
export const failsAfter = (days: number, code: DeclineCode, vendor_code?: string): SandboxOutcome => ({
  answer: "process",
  days,
  decline: sandboxDecline(code, vendor_code),
});
