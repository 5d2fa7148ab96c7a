import { expect, test } from "vitest";
import { aToken, itemsOf, jsonOf, razorpayAt } from "@/tests/support/vendors/razorpay";
import { ok, queryOf } from "@/tests/support/vendors/stripe";
import { specsNote } from "@/tests/support/vendors/vendor-specs";

const answered = (value: unknown) => ({ outcome: "answered", value });

test("keys are tried with a call that changes nothing", async () => {
  const { gateway, routes } = await razorpayAt({ "GET /v1/orders": itemsOf([]) });
  expect(await gateway.test()).toEqual(
    answered({ account_ref: "rzp_test_0001", name: null, is_live: false, can_charge: true }),
  );
  expect(routes()).toEqual(["GET /v1/orders"]);
});

test(`a payer whom Razorpay knows is the same customer${specsNote}`, async () => {
  const { gateway, calls, checkCalls } = await razorpayAt({ "POST /v1/customers": ok({ id: "cust_1" }) });
  const payer = { payer_id: "member-1", name: "S".repeat(60), email: "sam@example.com", phone: "+919876543210" };
  expect(await gateway.createCustomer(payer, "key")).toEqual(answered({ customer_ref: "cust_1" }));
  expect(jsonOf(calls[0])).toEqual({
    name: "S".repeat(50),
    email: "sam@example.com",
    contact: "+919876543210",
    fail_existing: 0,
    notes: { payer_id: "member-1" },
  });
  checkCalls();
});

const lookup = { customer_ref: "cust_1", method_ref: "token_1" };
const TOKEN = "/v1/customers/cust_1/tokens/token_1";

test("K12 a mandate that was cancelled in the app is unusable", async () => {
  const cancelled = aToken({ recurring_details: { status: "cancelled", failure_reason: null } });
  const { gateway } = await razorpayAt({ [`GET ${TOKEN}`]: ok(cancelled) });
  expect(await gateway.findMethod(lookup)).toMatchObject({ value: { is_usable: false } });
  expect(await gateway.findMethod({ ...lookup, method_ref: "token_9" })).toEqual(answered(null));
});

test.each([
  ["a UPI mandate is cancelled at the bank", aToken(), `PUT ${TOKEN}/cancel`],
  ["a card is deleted", aToken({ method: "card" }), `DELETE ${TOKEN}`],
])("%s", async (_guarantee, token, route) => {
  const { gateway, routes } = await razorpayAt({ [`GET ${TOKEN}`]: ok(token), [route]: ok({ deleted: true }) });
  expect(await gateway.removeMethod(lookup)).toEqual(answered(null));
  expect(routes()).toEqual([`GET ${TOKEN}`, route]);
});

test("a mandate that has ended is not removed again", async () => {
  const ended = aToken({ recurring_details: { status: "cancelled", failure_reason: null } });
  const { gateway, routes } = await razorpayAt({ [`GET ${TOKEN}`]: ok(ended) });
  expect(await gateway.removeMethod(lookup)).toEqual(answered(null));
  expect(await gateway.removeMethod({ ...lookup, method_ref: "token_9" })).toEqual(answered(null));
  expect(routes()).toEqual([`GET ${TOKEN}`, "GET /v1/customers/cust_1/tokens/token_9"]);
});

const aRefund = (change: Record<string, unknown> = {}) => ({
  id: "rfnd_1",
  entity: "refund",
  amount: 900,
  currency: "INR",
  payment_id: "pay_1",
  status: "processed",
  notes: { refund_id: "refund-1" },
  ...change,
});
const request = {
  refund_id: "refund-1",
  charge_ref: "pay_1",
  reason: "Moved away",
  amount_minor: 900,
  currency: "INR",
};

test.each([
  ["pending", "pending"],
  ["processed", "succeeded"],
  ["failed", "failed"],
])(`K16 a refund that is %s at Razorpay is %s${specsNote}`, async (status, expected) => {
  const { gateway, calls, checkCalls } = await razorpayAt({
    "POST /v1/payments/pay_1/refund": ok(aRefund({ status })),
  });
  expect(await gateway.refund({ ...request, key: "refund-key-1" })).toMatchObject({
    value: { ref: "rfnd_1", charge_ref: "pay_1", status: expected, refund_id: "refund-1", amount_minor: 900 },
  });
  expect(calls[0]?.headers.get("x-refund-idempotency")).toBe("refund-key-1");
  expect(jsonOf(calls[0])).toEqual({
    amount: 900,
    speed: "normal",
    receipt: "refund-1",
    notes: { refund_id: "refund-1", reason: "Moved away" },
  });
  checkCalls();
});

test("a key that Razorpay does not take is sent as its digest, the same each time", async () => {
  const { gateway, calls, checkCalls } = await razorpayAt({ "POST /v1/payments/pay_1/refund": ok(aRefund()) });
  await gateway.refund({ ...request, key: "r/1" });
  await gateway.refund({ ...request, key: "r/1" });
  await gateway.refund({ ...request, key: "r/2" });
  const [first, second, third] = calls.map(({ headers }) => headers.get("x-refund-idempotency"));
  expect(first).toBe(second);
  expect(first).not.toBe(third);
  checkCalls();
});

test("a refund whose answer was lost is found among those of its payment", async () => {
  const { gateway } = await razorpayAt({
    "GET /v1/payments/pay_1/refunds": itemsOf([aRefund({ id: "rfnd_0", notes: [] }), aRefund()]),
  });
  const find = { ref: null, charge_ref: "pay_1", refund_id: "refund-1" };
  expect(await gateway.findRefund(find)).toMatchObject({ value: { ref: "rfnd_1" } });
  expect(await gateway.findRefund({ ...find, refund_id: "refund-9" })).toEqual(answered(null));
  expect(await gateway.findRefund({ ...find, ref: "rfnd_9" })).toEqual(answered(null));
});

const aDispute = (change: Record<string, unknown> = {}) => ({
  id: "disp_1",
  entity: "dispute",
  payment_id: "pay_1",
  amount: 10_000,
  currency: "INR",
  amount_deducted: 0,
  reason_code: "chargeback",
  respond_by: 1_796_256_000,
  status: "open",
  phase: "chargeback",
  ...change,
});

test.each([
  ["open", "chargeback", 0, "needs_response"],
  ["open", "retrieval", 0, "warning"],
  ["under_review", "chargeback", 0, "under_review"],
  ["won", "chargeback", 0, "won"],
  ["lost", "chargeback", 10_000, "lost"],
  ["closed", "retrieval", 0, "won"],
  ["closed", "chargeback", 10_000, "lost"],
])(
  "K17 a dispute that is %s in the phase %s, with %d deducted, is %s",
  async (status, phase, amount_deducted, expected) => {
    const { gateway } = await razorpayAt({
      "GET /v1/disputes/disp_1": ok(aDispute({ status, phase, amount_deducted })),
    });
    expect(await gateway.findDispute("disp_1")).toEqual(
      answered({
        ref: "disp_1",
        charge_ref: "pay_1",
        amount_minor: 10_000,
        currency: "INR",
        status: expected,
        reason: "chargeback",
        is_debited: amount_deducted > 0,
        evidence_due_at: "2026-12-03T00:00:00Z",
        fee_minor: 0,
      }),
    );
  },
);

const evidence = {
  customer_name: "Sam Doe",
  customer_email: "sam@example.com",
  product_description: "Monthly membership",
  service_on: "2026-11-01",
  summary: "Contract, 12 visits, receipt",
  pack: { file_name: "evidence.pdf", pdf: Buffer.from("%PDF-1.7 test") },
};

test("K17 evidence is uploaded as a file and submitted once", async () => {
  const { gateway, calls } = await razorpayAt({
    "GET /v1/disputes/disp_1": ok(aDispute()),
    "POST /v1/documents": ok({ id: "doc_1" }),
    "PATCH /v1/disputes/disp_1/contest": ok(aDispute({ status: "under_review" })),
  });
  expect(await gateway.submitEvidence("disp_1", evidence, "evidence-1")).toMatchObject({
    value: { status: "under_review" },
  });
  expect(calls[1]?.headers.get("content-type")).toMatch(/^multipart\/form-data; boundary=/);
  expect(calls[1]?.body).toMatch(
    /name="file"; filename="evidence.pdf"\r\nContent-Type: application\/pdf\r\n\r\n%PDF-1.7/,
  );
  expect(calls[1]?.body).toMatch(/name="purpose"\r\n\r\ndispute_evidence/);
  expect(jsonOf(calls[2])).toEqual({
    amount: 10_000,
    summary: "Contract, 12 visits, receipt",
    proof_of_service: ["doc_1"],
    action: "submit",
  });
  const again = await razorpayAt({ "GET /v1/disputes/disp_1": ok(aDispute({ status: "under_review" })) });
  expect(await again.gateway.submitEvidence("disp_1", evidence, "evidence-1")).toMatchObject({
    value: { status: "under_review" },
  });
  expect(again.calls).toHaveLength(1);
  const late = await razorpayAt({ "GET /v1/disputes/disp_1": ok(aDispute({ status: "lost" })) });
  expect(await late.gateway.submitEvidence("disp_1", evidence, "evidence-1")).toEqual({
    outcome: "refused",
    message: "The dispute is closed",
  });
});

test("settlements are payouts of Indian days, the oldest first", async () => {
  const first = { id: "setl_1", amount: 60_000, status: "processed", created_at: 1_796_110_200 };
  const { gateway, calls } = await razorpayAt({
    "GET /v1/settlements": itemsOf([{ ...first, id: "setl_2", status: "created", created_at: 1_796_200_000 }, first]),
  });
  expect(await gateway.listPayouts("2026-12-01")).toEqual(
    answered([
      { ref: "setl_1", status: "paid", amount_minor: 60_000, currency: "INR", arrives_on: "2026-12-01" },
      { ref: "setl_2", status: "pending", amount_minor: 60_000, currency: "INR", arrives_on: "2026-12-02" },
    ]),
  );
  expect(queryOf(calls[0])).toMatchObject({ from: "1796063400", count: "100" });
});

test("the rows of a settlement add up to it", async () => {
  const row = (type: string, entity_id: string, amount: number, credit: number, debit: number, change = {}) => ({
    ...{ type, entity_id, amount, credit, debit, currency: "INR", settlement_id: "setl_1" },
    ...change,
  });
  const { gateway, calls } = await razorpayAt({
    "GET /v1/settlements/setl_1": ok({ id: "setl_1", amount: 86_100, status: "processed", created_at: 1_796_110_200 }),
    "GET /v1/settlements/recon/combined": itemsOf([
      row("payment", "pay_1", 100_000, 97_640, 0),
      row("refund", "rfnd_1", 10_000, 0, 10_000),
      row("adjustment", "adj_1", 1_540, 0, 1_540, { dispute_id: "disp_1" }),
      row("payment", "pay_9", 5_000, 4_900, 0, { settlement_id: "setl_9" }),
    ]),
  });
  const answer = await gateway.listBalanceItems("setl_1");
  const items = answer.outcome === "answered" ? answer.value : [];
  expect(
    items.map(({ kind, source_ref, amount_minor, fee_minor }) => [kind, source_ref, amount_minor, fee_minor]),
  ).toEqual([
    ["payment", "pay_1", 100_000, 2_360],
    ["refund", "rfnd_1", -10_000, 0],
    ["dispute", "disp_1", -1_540, 0],
  ]);
  expect(items.reduce((sum, { amount_minor, fee_minor }) => sum + amount_minor - fee_minor, 0)).toBe(86_100);
  expect(queryOf(calls[1])).toMatchObject({ year: "2026", month: "12", day: "1" });
});
