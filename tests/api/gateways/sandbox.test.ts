import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/gateways/sandbox";
import { aCheckout, aMandate, answered, lookup, newSandbox, sandboxOf } from "@/tests/support/gateways/sandbox";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { call, refusal, send } from "@/tests/support/http/api";

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });

async function newCheckout(gym: Gym, gateway_id: string, more: Partial<ReturnType<typeof aCheckout>> = {}) {
  const state = await answered(sandboxOf(gym, gateway_id).startCheckout({ ...aCheckout(), ...more }));
  if (state.action?.kind !== "sandbox") throw new Error("A checkout of the sandbox needs a token");
  return { ref: state.ref, token: state.action.token };
}

const listed = async (gym: Gym, kind: "payment" | "method" | "refund" | "dispute" | "payout") =>
  (await call(contracts.listSandboxObjects, { kind }, owner(gym))).data;

test("K2 thirty-two confirmations of one checkout at once charge it once", async () => {
  const gym = await newGym();
  const gateway_id = await newSandbox(gym);
  const { ref, token } = await newCheckout(gym, gateway_id);
  const all = await Promise.all(
    Array.from({ length: 32 }, () => send(contracts.confirmSandboxCheckout, { token, method: "tm_visa" })),
  );
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
  const { waiting_events } = await call(contracts.readSandbox, {}, owner(gym));
  expect(waiting_events).toBe(1);
  const state = await answered(sandboxOf(gym, gateway_id).findPayment(lookup(ref)));
  expect(state?.status).toBe("succeeded");
  const payouts = await call(contracts.payOutSandbox, {}, owner(gym));
  expect(payouts.data.map(({ amount_minor }) => amount_minor)).toEqual([8900 - 288]);
});

test("the bank of a card asks, and the payer's answer decides", async () => {
  const gym = await newGym();
  const { token } = await newCheckout(gym, await newSandbox(gym));
  const asked = await call(contracts.confirmSandboxCheckout, { token, method: "tm_confirm_once" });
  expect([asked.status, asked.challenge_path]).toEqual(["requires_action", `/pay/sandbox/${token}`]);
  const declined = await call(contracts.answerSandboxChallenge, { token, is_approved: false });
  expect([declined.status, declined.decline?.code]).toEqual(["requires_action", "authentication_failed"]);
  await call(contracts.confirmSandboxCheckout, { token, method: "tm_confirm_once" });
  const approved = await call(contracts.answerSandboxChallenge, { token, is_approved: true });
  expect([approved.status, approved.challenge_path, approved.return_path]).toEqual(["succeeded", null, "/pay/abc"]);
});

test("A1 a token that was changed opens nothing", async () => {
  const gym = await newGym();
  const { token } = await newCheckout(gym, await newSandbox(gym));
  const [payload = "", signature = ""] = token.split(".");
  const first = payload.startsWith("A") ? "B" : "A";
  for (const wrong of ["x", payload, `${payload}.`, `${first}${payload.slice(1)}.${signature}`, `${token}x`]) {
    const { status, code } = await refusal(contracts.confirmSandboxCheckout, { token: wrong, method: "tm_visa" });
    expect([status, code], wrong).toEqual([410, "link_invalid"]);
  }
});

test("a card number is refused in place of the name of a test method", async () => {
  const gym = await newGym();
  const { token } = await newCheckout(gym, await newSandbox(gym));
  const { status, code } = await refusal(contracts.confirmSandboxCheckout, { token, method: "4242424242424242" });
  expect([status, code]).toEqual([422, "invalid_input"]);
  const unknown = await refusal(contracts.confirmSandboxCheckout, { token, method: "tm_unknown" });
  expect([unknown.status, unknown.code]).toEqual([409, "conflict"]);
});

test("the page drives a debit, a dispute and its end", async () => {
  const gym = await newGym();
  const { token } = await newCheckout(gym, await newSandbox(gym));
  await call(contracts.confirmSandboxCheckout, { token, method: "tm_debit" });
  const [payment] = await listed(gym, "payment");
  expect([payment?.status, payment?.actions]).toEqual(["processing", ["settle", "fail"]]);
  const act = (id: string | undefined, action: "settle" | "dispute" | "win" | "lose") =>
    call(contracts.actOnSandboxObject, { id: id ?? "", action }, owner(gym));
  expect((await act(payment?.id, "settle")).status).toBe("succeeded");
  await act(payment?.id, "dispute");
  const [dispute] = await listed(gym, "dispute");
  expect([dispute?.status, dispute?.amount_minor]).toEqual(["needs_response", 8900]);
  expect((await act(dispute?.id, "lose")).status).toBe("lost");
  const again = await refusal(contracts.actOnSandboxObject, { id: dispute?.id ?? "", action: "win" }, owner(gym));
  expect([again.status, again.code]).toEqual([409, "conflict"]);
});

test("a method that is removed at the vendor is not usable any more", async () => {
  const gym = await newGym();
  const gateway_id = await newSandbox(gym);
  const gateway = sandboxOf(gym, gateway_id);
  const payer = { payer_id: gym.member_id, name: "Mina", email: null, phone: null };
  const { customer_ref } = await answered(gateway.createCustomer(payer, "customer"));
  const { ref, token } = await newCheckout(gym, gateway_id, { customer_ref, mandate: aMandate });
  await call(contracts.confirmSandboxCheckout, { token, method: "tm_visa" });
  const method_ref = (await answered(gateway.findPayment(lookup(ref))))?.method?.method_ref ?? "";
  const [method] = await listed(gym, "method");
  await call(contracts.actOnSandboxObject, { id: method?.id ?? "", action: "remove" }, owner(gym));
  expect((await answered(gateway.findMethod({ customer_ref, method_ref })))?.is_usable).toBe(false);
});

test("an account that refuses its keys does so until it is told to work", async () => {
  const gym = await newGym();
  const gateway = sandboxOf(gym, await newSandbox(gym));
  await call(contracts.changeSandbox, { account: "refuses_keys" }, owner(gym));
  expect((await gateway.test()).outcome).toBe("misconfigured");
  await call(contracts.changeSandbox, { account: "works" }, owner(gym));
  expect((await gateway.test()).outcome).toBe("answered");
});

test("A1 nothing is driven where another vendor takes the payments, nor in another gym", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const gateway_id = await newSandbox(gym, { replaced_at: "2026-03-01T00:00:00Z" });
  const { token } = await newCheckout(gym, gateway_id);
  await call(contracts.confirmSandboxCheckout, { token, method: "tm_debit" });
  for (const refused of [
    await refusal(contracts.readSandbox, {}, owner(gym)),
    await refusal(contracts.changeSandbox, { account: "times_out" }, owner(gym)),
    await refusal(contracts.payOutSandbox, {}, owner(gym)),
    await refusal(contracts.deliverSandboxEvents, {}, owner(gym)),
  ]) {
    expect([refused.status, refused.code]).toEqual([409, "conflict"]);
  }
  await newSandbox(other);
  expect(await listed(other, "payment")).toEqual([]);
});
