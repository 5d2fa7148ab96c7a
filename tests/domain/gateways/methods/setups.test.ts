import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  beginOwnSetup,
  beginSetupByLink,
  checkOwnSetup,
  checkSetupByLink,
  readMethodLink,
  requestMethod,
  sweepSetups,
} from "@/lib/domain/gateways/methods";
import { methodLinkUrl } from "@/lib/domain/gateways/methods/link-token";
import { confirmSandboxCheckout } from "@/lib/domain/gateways/sandbox";
import { processGatewayEvents, receiveGatewayEvents } from "@/lib/domain/gateways/webhooks";
import { systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import {
  memberAt,
  methodsOf,
  sandboxGym,
  saveTestMethod,
  setupsOf,
  visitor,
} from "@/tests/support/gateways/saved-methods";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { newPayingCompany } from "@/tests/support/gym/companies";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { code, many, owner } from "@/tests/support/gym/payments";
import { HandClock } from "@/tests/support/jobs/hand-clock";
import { messagesOf } from "@/tests/support/messages/messages";

const tokenOf = (url: string) => url.split("/pay/method/")[1] ?? "";
const sweeper = (gym: Gym, clock = new HandClock(systemClock.now().toString())) =>
  systemCaller("Sweep", gym.organization, clock);

test("a member saves a card without paying, and it is the default from then on", async () => {
  const gym = await sandboxGym();
  await saveTestMethod(gym);
  expect(await methodsOf(gym)).toMatchObject([
    { payer_member_id: gym.member_id, kind: "card", brand: "Visa", last4: "4242", is_default: true, ended_at: null },
  ]);
  const [setup] = await setupsOf(gym);
  expect(setup).toMatchObject({ status: "succeeded", check_at: null });
  // A second answer, from an event or another page, saves nothing again.
  await checkOwnSetup(gym.people.member.caller, { id: setup?.id ?? "" });
  expect(await methodsOf(gym)).toHaveLength(1);
  await saveTestMethod(gym, "tm_mastercard");
  expect((await methodsOf(gym)).map(({ last4, is_default }) => [last4, is_default])).toEqual([
    ["4242", false],
    ["4444", true],
  ]);
});

test("a card that the bank refuses is not saved, and another one is in the same setup", async () => {
  const gym = await sandboxGym();
  const member = gym.people.member.caller;
  const { id, action } = await beginOwnSetup(member, {});
  const token = action?.kind === "sandbox" ? action.token : "";
  await confirmSandboxCheckout(visitor(), { token, method: "tm_no_funds" });
  expect(await checkOwnSetup(member, { id })).toMatchObject({
    ...{ status: "requires_action", method_label: null, decline: { code: "insufficient_funds" } },
  });
  expect((await beginOwnSetup(member, {})).id).toBe(id);
  await confirmSandboxCheckout(visitor(), { token, method: "tm_visa" });
  expect(await checkOwnSetup(member, { id })).toMatchObject({ status: "succeeded", method_label: "Visa 4242" });
});

test("32 pages that begin at once share one setup, and 8 answers save one method", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym, { saved: false });
  const member = gym.people.member.caller;
  const begun = await Promise.all(many(32).map(() => beginOwnSetup(member, {})));
  expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
  expect([gateway.setups.size, (await setupsOf(gym)).length]).toEqual([1, 1]);
  gateway.saveCard();
  const id = begun[0]?.id ?? "";
  await Promise.all(many(8).map(() => checkOwnSetup(member, { id })));
  expect(await methodsOf(gym)).toMatchObject([{ is_default: true }]);
});

test("a setup whose answer was lost is asked for again under the same key, and never begun twice", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym, { saved: false });
  gateway.faults = ["times_out_after"];
  const begun = await beginOwnSetup(gym.people.member.caller, {});
  expect(begun).toMatchObject({ status: "reserved", action: null });
  const clock = new HandClock(systemClock.now().add({ minutes: 5 }).toString());
  expect(await sweepSetups(sweeper(gym, clock))).toEqual({ settled: 1 });
  expect([gateway.setups.size, gateway.calls]).toEqual([1, ["setup", "setup"]]);
  expect(await setupsOf(gym)).toMatchObject([{ status: "requires_action", failure: null }]);
  gateway.saveCard();
  clock.advance({ minutes: 31 });
  await sweepSetups(sweeper(gym, clock));
  expect(await setupsOf(gym)).toMatchObject([{ status: "succeeded" }]);
  expect(await methodsOf(gym)).toHaveLength(1);
});

test("a setup that is a day old is canceled, and a method that was saved after all counts", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym, { saved: false });
  const member = gym.people.member.caller;
  const { id } = await beginOwnSetup(member, {});
  const clock = new HandClock(systemClock.now().add({ hours: 25 }).toString());
  await sweepSetups(sweeper(gym, clock));
  expect(await setupsOf(gym)).toMatchObject([{ status: "canceled", check_at: null }]);
  const next = await beginOwnSetup(memberAt(gym, clock), {});
  expect(next.id).not.toBe(id);
  // The payer has finished the first page.
  const [key, first] = [...gateway.setups][0] ?? [];
  gateway.saveCard();
  const method = [...gateway.methods.values()][0] ?? null;
  if (key && first) gateway.setups.set(key, { ...first, status: "succeeded", method, action: null });
  await checkOwnSetup(member, { id });
  expect((await setupsOf(gym)).find((one) => one.id === id)).toMatchObject({ status: "succeeded" });
  expect(await methodsOf(gym)).toHaveLength(1);
});

test("keys that the gateway refuses end the setup, and new ones wait", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym, { saved: false });
  gateway.faults = ["refuses_keys"];
  expect(await beginOwnSetup(gym.people.member.caller, {})).toMatchObject({ status: "canceled", action: null });
  expect(await code(beginOwnSetup(gym.people.member.caller, {}))).toBe("conflict");
});

test("K1 an event of the gateway saves the method where the page was closed", async () => {
  const gym = await newGym();
  const gateway = await connectScripted(gym, { saved: false });
  await beginOwnSetup(gym.people.member.caller, {});
  gateway.saveCard();
  const [setup] = [...gateway.setups.values()];
  const event = {
    ...{ event_id: "evt_setup", type: "setup.succeeded", subject: "setup", ref: setup?.ref, account_ref: null },
    ...{ is_live: false, created_at: systemClock.now().toString(), payload: {} },
  };
  await receiveGatewayEvents("sandbox")({
    ...{ gym_slug: gym.organization.slug, raw_body: JSON.stringify(event), url: "http://localhost/" },
    ...{ now: systemClock.now(), headers: new Headers({ "x-scripted-signature": "valid" }) },
  });
  const events = { gateway_id: gateway.gateway_id };
  expect(await processGatewayEvents(sweeper(gym), events)).toMatchObject({ processed: 1, waiting: 0 });
  expect(await methodsOf(gym)).toMatchObject([{ is_default: true }]);
});

test("staff ask for a card with a link, and the payer saves it there without signing in", async () => {
  const gym = await sandboxGym();
  const asked = await requestMethod(owner(gym), { member_id: gym.member_id });
  const token = tokenOf(asked.url);
  const page = await readMethodLink(visitor(), { token });
  expect(page).toMatchObject({ payer: "Mina M.", currency: "EUR", form: { vendor: "sandbox" }, is_live: false });
  expect(JSON.stringify(page)).not.toMatch(/@|Member/);
  const { id, action } = await beginSetupByLink(visitor(), { token });
  await confirmSandboxCheckout(visitor(), {
    ...{ token: action?.kind === "sandbox" ? action.token : "", method: "tm_visa" },
  });
  expect(await checkSetupByLink(visitor(), { token, id })).toMatchObject({ method_label: "Visa 4242" });
  expect(await methodsOf(gym)).toMatchObject([{ payer_member_id: gym.member_id, is_default: true }]);
});

test("a company saves its method by a link of its own, which is in the mail", async () => {
  const gym = await sandboxGym();
  const company_id = await newPayingCompany(gym);
  const { url, is_sent } = await requestMethod(owner(gym), { company_id });
  expect(is_sent).toBe(true);
  const [mail] = await messagesOf(gym);
  expect([mail?.kind, mail?.body]).toEqual(["card_requested", expect.stringContaining(url)]);
  const token = tokenOf(url);
  const { id, action } = await beginSetupByLink(visitor(), { token });
  await confirmSandboxCheckout(visitor(), {
    ...{ token: action?.kind === "sandbox" ? action.token : "", method: "tm_debit" },
  });
  await checkSetupByLink(visitor(), { token, id });
  expect(await methodsOf(gym)).toMatchObject([{ payer_company_id: company_id, kind: "bank_debit" }]);
});

test("an expired, changed, foreign or malformed link shows nothing and saves nothing", async () => {
  const [gym, other] = [await sandboxGym(), await sandboxGym()];
  const token = tokenOf((await requestMethod(owner(gym), { member_id: gym.member_id })).url);
  const [payload = "", signature = ""] = token.split(".");
  const ofMember = { payer_member_id: gym.member_id, payer_company_id: null };
  const in_a_day = Temporal.Instant.from(systemClock.now().toString()).add({ hours: 24 });
  // The signature is valid, but this gym has no such member.
  const stray = tokenOf(
    methodLinkUrl({ organization_id: other.organization_id, payer: ofMember, expires_at: in_a_day }),
  );
  for (const bad of ["", "x", `${token}x`, `${payload}.${signature.slice(1)}`, `${payload}x.${signature}`, stray])
    expect([bad, await code(readMethodLink(visitor(), { token: bad }))]).toEqual([bad, "link_invalid"]);
  const later = new HandClock(
    systemClock
      .now()
      .add({ hours: 24 * 8 })
      .toString(),
  );
  expect(await code(readMethodLink(visitor(later), { token }))).toBe("link_invalid");
  expect(await code(beginSetupByLink(visitor(later), { token }))).toBe("link_invalid");
  expect(await setupsOf(gym)).toEqual([]);
});

test("the setup of another payer is not found, neither by a link nor by a member", async () => {
  const [gym, other] = [await sandboxGym(), await sandboxGym()];
  const { id } = await beginOwnSetup(gym.people.member.caller, {});
  const token = tokenOf((await requestMethod(owner(other), { member_id: other.member_id })).url);
  expect(await code(checkSetupByLink(visitor(), { token, id }))).toBe("not_found");
  expect(await code(checkOwnSetup(other.people.member.caller, { id }))).toBe("not_found");
});

test("K11 a mandate is for twice the highest bill, and at least what banks debit without asking", async () => {
  const gym = await sandboxGym({ currency: "INR", time_zone: "Asia/Kolkata" });
  await saveTestMethod(gym, "tm_upi");
  expect(await methodsOf(gym)).toMatchObject([
    { kind: "upi", mandate_max_minor: 1_500_000, mandate_currency: "INR", is_default: true },
  ]);
});
