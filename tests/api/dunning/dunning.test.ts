import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/dunning/dunning";
import { listInvoices } from "@/lib/domain/billing/invoices";
import { exportDunning, listDunning, summarizeDunning } from "@/lib/domain/dunning";
import { listGateways } from "@/lib/domain/gateways/connections";
import { fixedClock } from "@/lib/kernel/clock";
import { caseIdOf, charge, newCard, refuse } from "@/tests/support/gateways/dunning";
import { connectScripted } from "@/tests/support/gateways/scripted-gateway";
import { newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newInvoice } from "@/tests/support/gym/invoices";
import { call, refusal } from "@/tests/support/http/api";
import { HandClock } from "@/tests/support/jobs/hand-clock";

/** Three refused invoices of one payer: one that is tried, one that is paused, and one of another location. */
async function gymWithCases() {
  const gym = await newGym();
  const [gateway, now] = [await connectScripted(gym), gym.people.gym_owner.caller.clock.now().toString()];
  const [clock, at, elsewhere] = [new HandClock(now), fixedClock(now), await newLocation(gym, "Harbour")];
  refuse(gateway, "insufficient_funds");
  const [tried, paused] = [(await newInvoice(gym, { at })).id, (await newInvoice(gym, { at })).id];
  await charge(gym, [tried, paused], clock);
  const lost = (await newInvoice(gym, { at, location_id: elsewhere })).id;
  await charge(gym, [lost], clock);
  const desk = { token: gym.people.receptionist.token };
  const ids = {
    tried: await caseIdOf(gym, tried),
    paused: await caseIdOf(gym, paused),
    lost: await caseIdOf(gym, lost),
  };
  await call(contracts.pauseDunning, { id: ids.paused, reason: "Brings a new card" }, desk);
  return { gym, desk, elsewhere, ids, invoices: { tried, paused, lost } };
}

test("the board is filtered by what is next, location, invoice, payer and number", async () => {
  const { gym, desk, elsewhere, ids, invoices } = await gymWithCases();
  const found = async (filters: Parameters<typeof call<typeof contracts.listDunning>>[1]) =>
    (await call(contracts.listDunning, filters, desk)).data.map(({ id }) => id);
  expect(await found({ group: ["paused"] })).toEqual([ids.paused]);
  expect(await found({ status: ["paused", "ended"] })).toEqual([ids.paused]);
  expect(await found({ location_id: elsewhere })).toEqual([ids.lost]);
  expect(await found({ invoice_id: invoices.tried })).toEqual([ids.tried]);
  expect((await found({ member_id: gym.member_id })).sort()).toEqual(Object.values(ids).sort());
  expect(await found({ q: "INV-00002" })).toEqual([ids.paused]);
  expect(await found({ q: "mina" })).toHaveLength(3);
  expect(await found({ q: "nobody" })).toEqual([]);
});

test("the summary counts payers once and sums each group", async () => {
  const { desk } = await gymWithCases();
  const { cases, payers, amounts, groups, refused_lately } = await call(contracts.summarizeDunning, {}, desk);
  expect({ cases, payers, amounts }).toEqual({
    ...{ cases: 3, payers: 1, amounts: [{ currency: "EUR", amount_minor: 17_700 }] },
  });
  expect(groups.find(({ group }) => group === "paused")).toEqual({
    ...{ group: "paused", cases: 1, payers: 1, amounts: [{ currency: "EUR", amount_minor: 5_900 }] },
  });
  expect(refused_lately).toEqual([{ currency: "EUR", refused_minor: 17_700, collected_minor: 0 }]);
});

test("pages follow each other without a gap", async () => {
  const { desk } = await gymWithCases();
  const all = (await call(contracts.listDunning, {}, desk)).data.map(({ id }) => id);
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await call(contracts.listDunning, { limit: 1, ...(cursor && { cursor }) }, desk);
    seen.push(...page.data.map(({ id }) => id));
    if (!page.next_cursor) break;
    cursor = page.next_cursor;
  }
  expect(seen).toEqual(all);
});

test("the invoices of a payer stand together in each group", async () => {
  const { gym, desk } = await gymWithCases();
  const other = await newMember(gym, { first_name: "Ana", last_name: "Diaz" });
  const [gateway] = (await listGateways(gym.people.gym_owner.caller, {})).data;
  await newCard(gym, gym.people.gym_owner.caller.clock, {
    gateway_id: gateway?.id ?? "",
    method_ref: "pm_other",
    member_id: other,
  });
  const { id } = await newInvoice(gym, { member_id: other });
  await charge(gym, [id], gym.people.gym_owner.caller.clock);
  const { data } = await call(contracts.listDunning, {}, desk);
  const runs = data.map(({ group, payer_name }) => `${group} ${payer_name}`);
  expect(runs.filter((one, index) => one !== runs[index - 1])).toEqual([...new Set(runs)]);
});

test("the export has the rows of the list, and needs the right to see revenue", async () => {
  const { gym, desk, ids } = await gymWithCases();
  const caller = gym.people.gym_owner.caller;
  const { data } = await listDunning(caller, {});
  const csv = await (await exportDunning(caller, {})).toResponse({}).text();
  const lines = csv.trim().split("\r\n");
  expect(lines).toHaveLength(1 + Object.keys(ids).length);
  expect(lines[0]).toContain("payer,invoice,description,location,due_on,currency,open,group");
  expect(lines.slice(1).map((line) => line.split(",")[1])).toEqual(data.map(({ invoice_number }) => invoice_number));
  const paused = await (await exportDunning(caller, { group: ["paused"] })).toResponse({}).text();
  expect(paused.trim().split("\r\n")).toHaveLength(2);
  expect((await refusal(contracts.exportDunning, {}, desk)).status).toBe(403);
});

test("what is overdue and not tried is counted, and the list of invoices shows exactly it", async () => {
  const { gym, desk, invoices } = await gymWithCases();
  const caller = { ...gym.people.gym_owner.caller, clock: new HandClock("2100-01-01T08:00:00Z") };
  const by_hand = (await newInvoice(gym)).id;
  const summary = await summarizeDunning(caller, {});
  expect(summary.by_hand).toEqual({ invoices: 1, amounts: [{ currency: "EUR", amount_minor: 5_900 }] });
  const listed = async (in_dunning: boolean) =>
    (await listInvoices(caller, { status: ["overdue"], in_dunning })).data.map(({ id }) => id).sort();
  expect(await listed(false)).toEqual([by_hand]);
  expect(await listed(true)).toEqual(Object.values(invoices).sort());
  expect((await call(contracts.summarizeDunning, {}, desk)).by_hand.invoices).toBe(0);
});

test("a pause needs a reason, and a trainer sees nothing", async () => {
  const { gym, desk, ids } = await gymWithCases();
  expect((await refusal(contracts.pauseDunning, { id: ids.tried, reason: " " }, desk)).status).toBe(422);
  expect((await refusal(contracts.pauseDunning, { id: ids.paused, reason: "Once more" }, desk)).status).toBe(409);
  expect((await refusal(contracts.listDunning, {}, { token: gym.people.trainer.token })).status).toBe(403);
});
