import { expect, test } from "vitest";
import { aCard, formOf, listOf, ok, queryOf, stripeAt, stripeError } from "@/tests/support/vendors/stripe";
import { specsNote } from "@/tests/support/vendors/vendor-specs";

const answered = (value: unknown) => ({ outcome: "answered", value });

test("the account behind the key is known by its id", async () => {
  const account = {
    id: "acct_1",
    charges_enabled: false,
    business_profile: { name: "Iron Temple" },
    settings: { dashboard: { display_name: "" } },
  };
  const { gateway } = await stripeAt({ "GET /v1/account": ok(account) });
  expect(await gateway.test()).toEqual(
    answered({ account_ref: "acct_1", name: "Iron Temple", is_live: false, can_charge: false }),
  );
});

test(`a payer is a customer, once per key${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await stripeAt({ "POST /v1/customers": ok({ id: "cus_1" }) });
  const payer = { payer_id: "member-1", name: "Sam Doe", email: "sam@example.com", phone: null };
  expect(await gateway.createCustomer(payer, "customer-member-1")).toEqual(answered({ customer_ref: "cus_1" }));
  expect(calls[0]?.headers.get("idempotency-key")).toBe("customer-member-1");
  expect(formOf(calls[0])).toEqual({ name: "Sam Doe", email: "sam@example.com", "metadata[payer_id]": "member-1" });
  checkCalls();
});

test(`a method is saved without a payment${specsNote}`, async () => {
  const intent = {
    id: "seti_1",
    status: "requires_payment_method",
    client_secret: "seti_1_secret",
    metadata: { setup_id: "setup-1" },
    last_setup_error: null,
    payment_method: null,
  };
  const { gateway, calls, checkCalls } = await stripeAt({
    "POST /v1/setup_intents": ok(intent),
    "GET /v1/setup_intents/seti_1": ok({ ...intent, status: "succeeded", payment_method: aCard() }),
  });
  const mandate = { max_minor: 10_000, expires_at: null, method_kind: null };
  const request = { key: "setup-key-1", setup_id: "setup-1", customer_ref: "cus_1", currency: "EUR", mandate };
  expect(await gateway.startSetup({ ...request, return_url: "https://gym.example" })).toEqual(
    answered({
      ref: "seti_1",
      status: "requires_action",
      setup_id: "setup-1",
      method: null,
      decline: null,
      action: { kind: "stripe", client_secret: "seti_1_secret", publishable_key: "pk_test_0001" },
    }),
  );
  expect(formOf(calls[0])).toMatchObject({ usage: "off_session", customer: "cus_1" });
  expect(await gateway.findSetup("seti_1")).toMatchObject({
    value: { status: "succeeded", method: { method_ref: "pm_card" }, action: null },
  });
  expect(await gateway.findSetup("seti_9")).toEqual(answered(null));
  checkCalls();
});

test.each([
  [
    "sepa_debit",
    { sepa_debit: { last4: "3000", fingerprint: "f", bank_code: "370400440" } },
    "bank_debit",
    "SEPA direct debit",
    "3000",
  ],
  ["link", { link: { email: "sam@example.com" } }, "wallet", "Link", null],
  ["bacs_debit", { bacs_debit: { last4: "2345", fingerprint: "f" } }, "bank_debit", "Bacs direct debit", "2345"],
  ["ideal", { ideal: { bank: "ing" } }, "netbanking", "Ideal", null],
])("a method of the type %s is described", async (type, details, kind, brand, last4) => {
  const method = { id: "pm_1", type, customer: "cus_1", ...details };
  const { gateway } = await stripeAt({ "GET /v1/payment_methods/pm_1": ok(method) });
  expect(await gateway.findMethod({ customer_ref: "cus_1", method_ref: "pm_1" })).toMatchObject({
    value: { kind, brand, last4, expires_in: null, is_usable: true },
  });
});

test("a card in a wallet is known by the wallet and the card's last digits", async () => {
  const card = { ...aCard().card, wallet: { type: "apple_pay" } };
  const { gateway } = await stripeAt({ "GET /v1/payment_methods/pm_1": ok(aCard({ card })) });
  expect(await gateway.findMethod({ customer_ref: "cus_1", method_ref: "pm_1" })).toMatchObject({
    value: { kind: "wallet", brand: "Apple Pay", last4: "4242", expires_in: "2030-08" },
  });
});

test("a method that was detached is unusable, and another customer's is none", async () => {
  const { gateway } = await stripeAt({ "GET /v1/payment_methods/pm_card": ok(aCard({ customer: null })) });
  const lookup = { customer_ref: "cus_1", method_ref: "pm_card" };
  expect(await gateway.findMethod(lookup)).toMatchObject({ value: { customer_ref: "cus_1", is_usable: false } });
  const other = await stripeAt({ "GET /v1/payment_methods/pm_card": ok(aCard({ customer: "cus_2" })) });
  expect(await other.gateway.findMethod(lookup)).toEqual(answered(null));
  expect(await other.gateway.findMethod({ ...lookup, method_ref: "pm_9" })).toEqual(answered(null));
});

test(`a method is removed once, and a second removal is no error${specsNote}`, async () => {
  const { gateway, checkCalls } = await stripeAt({
    "POST /v1/payment_methods/pm_card/detach": ok(aCard({ customer: null })),
    "POST /v1/payment_methods/pm_old/detach": stripeError(400, {
      type: "invalid_request_error",
      message: "The payment method you provided is not attached to a customer",
    }),
    "GET /v1/payment_methods/pm_old": ok(aCard({ id: "pm_old", customer: null })),
  });
  const customer_ref = "cus_1";
  expect(await gateway.removeMethod({ customer_ref, method_ref: "pm_card" })).toEqual(answered(null));
  expect(await gateway.removeMethod({ customer_ref, method_ref: "pm_old" })).toEqual(answered(null));
  expect(await gateway.removeMethod({ customer_ref, method_ref: "pm_9" })).toEqual(answered(null));
  checkCalls();
});

const aRefund = (change: Record<string, unknown> = {}) => ({
  id: "re_1",
  amount: 900,
  currency: "eur",
  charge: "ch_1",
  status: "succeeded",
  metadata: { refund_id: "refund-1" },
  ...change,
});

test.each([
  ["pending", "pending"],
  ["requires_action", "pending"],
  ["succeeded", "succeeded"],
  ["failed", "failed"],
  ["canceled", "failed"],
])(`K16 a refund that is %s at Stripe is %s${specsNote}`, async (status, expected) => {
  const refund = aRefund({ status, ...(status === "failed" && { failure_reason: "lost_or_stolen_card" }) });
  const { gateway, calls, checkCalls } = await stripeAt({ "POST /v1/refunds": ok(refund) });
  const request = { key: "refund-key-1", refund_id: "refund-1", charge_ref: "ch_1", reason: "Moved away" };
  expect(await gateway.refund({ ...request, amount_minor: 900, currency: "EUR" })).toEqual(
    answered({
      ref: "re_1",
      charge_ref: "ch_1",
      amount_minor: 900,
      currency: "EUR",
      status: expected,
      refund_id: "refund-1",
      failure: status === "failed" ? "lost_or_stolen_card" : null,
    }),
  );
  expect(calls[0]?.headers.get("idempotency-key")).toBe("refund-key-1");
  expect(formOf(calls[0])).toEqual({
    charge: "ch_1",
    amount: "900",
    reason: "requested_by_customer",
    "metadata[refund_id]": "refund-1",
    "metadata[reason]": "Moved away",
  });
  checkCalls();
});

test(`a refund whose answer was lost is found among those of its charge${specsNote}`, async () => {
  const others = [aRefund({ id: "re_0", metadata: {} }), aRefund()];
  const { gateway, checkCalls } = await stripeAt({ "GET /v1/refunds": ok(listOf(others)) });
  const lookup = { ref: null, charge_ref: "ch_1", refund_id: "refund-1" };
  expect(await gateway.findRefund(lookup)).toMatchObject({ value: { ref: "re_1" } });
  expect(await gateway.findRefund({ ...lookup, refund_id: "refund-9" })).toEqual(answered(null));
  expect(await gateway.findRefund({ ...lookup, ref: "re_9" })).toEqual(answered(null));
  checkCalls();
});

const aDispute = (change: Record<string, unknown> = {}) => ({
  id: "dp_1",
  amount: 4900,
  currency: "eur",
  charge: "ch_1",
  status: "needs_response",
  reason: "fraudulent",
  evidence_details: { due_by: 1_796_256_000 },
  balance_transactions: [
    { fee: 2_000, currency: "eur" },
    { fee: 1_500, currency: "usd" },
  ],
  ...change,
});

test.each([
  ["warning_needs_response", "warning", false],
  ["warning_closed", "won", false],
  ["needs_response", "needs_response", true],
  ["under_review", "under_review", true],
  ["appeal_under_review", "under_review", true],
  ["won", "won", true],
  ["lost", "lost", true],
])("K17 a dispute that is %s at Stripe is %s, money taken: %s", async (status, expected, is_debited) => {
  const { gateway } = await stripeAt({ "GET /v1/disputes/dp_1": ok(aDispute({ status })) });
  expect(await gateway.findDispute("dp_1")).toEqual(
    answered({
      ref: "dp_1",
      charge_ref: "ch_1",
      amount_minor: 4900,
      currency: "EUR",
      status: expected,
      reason: "fraudulent",
      is_debited,
      evidence_due_at: "2026-12-03T00:00:00Z",
      fee_minor: 2_000,
    }),
  );
});

const evidence = {
  customer_name: "Sam Doe",
  customer_email: "sam@example.com",
  product_description: "Monthly membership",
  service_on: "2026-11-01",
  summary: "Contract, 12 visits, receipt",
  pack: { file_name: "evidence.pdf", pdf: Buffer.from("%PDF-1.7 test") },
};

test(`K17 evidence is uploaded and submitted, each under its own key${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await stripeAt({
    "POST /v1/files": ok({ id: "file_1" }),
    "POST /v1/disputes/dp_1": ok(aDispute({ status: "under_review" })),
  });
  expect(await gateway.submitEvidence("dp_1", evidence, "evidence-1")).toMatchObject({
    value: { status: "under_review" },
  });
  expect(calls[0]?.body).toContain('name="purpose"\r\n\r\ndispute_evidence');
  expect(calls[0]?.body).toContain('filename="evidence.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 test');
  expect(calls.map(({ headers }) => headers.get("idempotency-key"))).toEqual(["evidence-1-file", "evidence-1"]);
  expect(formOf(calls[1])).toEqual({
    submit: "true",
    "evidence[customer_name]": "Sam Doe",
    "evidence[customer_email_address]": "sam@example.com",
    "evidence[product_description]": "Monthly membership",
    "evidence[service_date]": "2026-11-01",
    "evidence[service_documentation]": "file_1",
    "evidence[uncategorized_text]": "Contract, 12 visits, receipt",
  });
  checkCalls();
});

test("a pack that is too large is refused before it is uploaded", async () => {
  const { gateway, calls } = await stripeAt({});
  const pack = { ...evidence.pack, pdf: Buffer.alloc(4_500_001) };
  expect(await gateway.submitEvidence("dp_1", { ...evidence, pack }, "evidence-1")).toEqual({
    outcome: "refused",
    message: "Stripe takes at most 4.5 MB of evidence. Shorten the pack",
  });
  expect(calls).toEqual([]);
});

test(`payouts are listed from a day on, the oldest first${specsNote}`, async () => {
  const payout = { amount: 10_000, currency: "eur", arrival_date: 1_796_256_000 };
  const { gateway, calls, checkCalls } = await stripeAt({
    "GET /v1/payouts": ok(
      listOf([
        { ...payout, id: "po_2", status: "in_transit" },
        { ...payout, id: "po_1", status: "paid" },
        { ...payout, id: "po_0", status: "failed" },
      ]),
    ),
  });
  const amount = { amount_minor: 10_000, currency: "EUR", arrives_on: "2026-12-03" };
  expect(await gateway.listPayouts("2026-12-01")).toEqual(
    answered([
      { ref: "po_0", status: "failed", ...amount },
      { ref: "po_1", status: "paid", ...amount },
      { ref: "po_2", status: "pending", ...amount },
    ]),
  );
  expect(queryOf(calls[0])["created[gte]"]).toBe("1796083200");
  checkCalls();
});

test(`the rows of a payout add up to it${specsNote}`, async () => {
  const row = (id: string, reporting_category: string, amount: number, fee: number, source: string | null) => ({
    ...{ id, reporting_category, amount, fee, source },
    currency: "eur",
  });
  const { gateway, checkCalls } = await stripeAt({
    "GET /v1/balance_transactions": ok(
      listOf([
        row("txn_5", "payout", -2_620, 0, "po_1"),
        row("txn_4", "fee", -100, 0, null),
        row("txn_3", "dispute", -1_000, 1_500, "dp_1"),
        row("txn_2", "refund", -500, 0, "re_1"),
        row("txn_1", "charge", 5_900, 180, "ch_1"),
      ]),
    ),
  });
  const answer = await gateway.listBalanceItems("po_1");
  const items = answer.outcome === "answered" ? answer.value : [];
  expect(
    items.map(({ ref, kind, source_ref, amount_minor, fee_minor }) => [ref, kind, source_ref, amount_minor, fee_minor]),
  ).toEqual([
    ["txn_4", "fee", null, 0, 100],
    ["txn_3", "dispute", "dp_1", -1_000, 1_500],
    ["txn_2", "refund", "re_1", -500, 0],
    ["txn_1", "payment", "ch_1", 5_900, 180],
  ]);
  expect(items.reduce((sum, { amount_minor, fee_minor }) => sum + amount_minor - fee_minor, 0)).toBe(2_620);
  checkCalls();
});
