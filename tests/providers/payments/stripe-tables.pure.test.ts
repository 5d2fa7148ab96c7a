import { expect, test } from "vitest";
import { fromStripe, toStripe } from "@/lib/providers/payments/stripe/amounts";
import { declineOf } from "@/lib/providers/payments/stripe/declines";
import { hardDeclines } from "@/lib/values/gateways";

test.each([
  ["USD", 1_099, 1_099, "usd"],
  ["JPY", 500, 500, "jpy"],
  ["KWD", 5_120, 5_120, "kwd"],
  ["ISK", 50_000, 50_000, "isk"],
  ["UGX", 500, 50_000, "ugx"],
  ["HUF", 1_045, 1_045, "huf"],
  ["TWD", 80_045, 80_045, "twd"],
  ["MGA", 3_000, 3_000, "mga"],
  ["IDR", 5_000_000, 5_000_000, "idr"],
])("an amount in %s goes to Stripe in its units, and comes back", (currency, amount_minor, amount, code) => {
  expect(toStripe({ amount_minor, currency })).toEqual({ amount, currency: code });
  expect(fromStripe(amount, code)).toEqual({ amount_minor, currency });
});

test.each([
  ["KWD", 5_124, "Stripe takes amounts in KWD whose third decimal is 0, not 5.124"],
  ["IQD", 5_000, "Stripe takes no payments in IQD"],
  ["ISK", 4_010, "Stripe takes only whole amounts in ISK"],
  ["EUR", 0, "Stripe cannot charge 0: an amount is a whole number above 0"],
  ["EUR", -100, "Stripe cannot charge -100: an amount is a whole number above 0"],
  ["EUR", 10.5, "Stripe cannot charge 10.5: an amount is a whole number above 0"],
])("an amount in %s that Stripe cannot take is refused in a sentence", (currency, amount_minor, sentence) => {
  expect(() => toStripe({ amount_minor, currency })).toThrow(sentence);
});

test.each([
  ["lost_card", "lost_or_stolen"],
  ["stolen_card", "lost_or_stolen"],
  ["pickup_card", "lost_or_stolen"],
  ["restricted_card", "lost_or_stolen"],
  ["expired_card", "expired_card"],
  ["authentication_required", "authentication_required"],
  ["account_closed", "account_closed"],
  ["no_account", "account_closed"],
  ["debit_not_authorized", "mandate_revoked"],
  ["revocation_of_all_authorizations", "mandate_revoked"],
  ["card_not_supported", "method_not_supported"],
  ["do_not_try_again", "method_not_supported"],
  ["fraudulent", "suspected_fraud"],
])("K3 after %s the method is not tried again", (decline_code, code) => {
  expect(declineOf({ code: "card_declined", decline_code })).toMatchObject({ code, vendor_code: decline_code });
  expect(hardDeclines.has(declineOf({ decline_code }).code)).toBe(true);
});

test.each([
  ["insufficient_funds", "insufficient_funds"],
  ["card_velocity_exceeded", "limit_exceeded"],
  ["incorrect_cvc", "incorrect_details"],
  ["do_not_honor", "generic_decline"],
  ["issuer_not_available", "try_again_later"],
  ["processing_error", "try_again_later"],
  ["payment_intent_authentication_failure", "authentication_failed"],
  ["refer_to_customer", "debit_returned"],
  ["a_code_of_next_year", "generic_decline"],
])("K3 after %s the method may be tried again", (decline_code, code) => {
  expect(declineOf({ decline_code }).code).toBe(code);
  expect(hardDeclines.has(declineOf({ decline_code }).code)).toBe(false);
});

test("K3 a card network that forbids another try is obeyed, whatever the reason", () => {
  const advice_code = "do_not_try_again";
  expect(declineOf({ decline_code: "do_not_honor", advice_code }).code).toBe("method_not_supported");
  expect(declineOf({ decline_code: "stolen_card", advice_code }).code).toBe("lost_or_stolen");
  expect(declineOf({ decline_code: "do_not_honor", advice_code: "try_again_later" }).code).toBe("generic_decline");
});

test("an error without a decline code is named by its code", () => {
  expect(declineOf({ code: "expired_card", message: "Your card has expired." })).toEqual({
    code: "expired_card",
    vendor_code: "expired_card",
    message: "Your card has expired.",
  });
});
