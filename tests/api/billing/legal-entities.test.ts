import { expect, test } from "vitest";
import * as contracts from "@/lib/contracts/billing/legal-entities";
import { sellerOf } from "@/lib/domain/billing/entities";
import { issueAt, line } from "@/tests/support/billing/issue";
import { defaultEntity, newEntity } from "@/tests/support/billing/settings";
import { newGym, newLocation } from "@/tests/support/gym/gym";
import { newBoundStaff } from "@/tests/support/gym/team";
import { call, refusal } from "@/tests/support/http/api";
import { asJob } from "@/tests/support/jobs/as-job";

test("every gym has a default legal entity, in whose name its locations sell", async () => {
  const gym = await newGym();
  const { data } = await call(contracts.listLegalEntities, {}, { token: gym.people.gym_owner.token });
  expect(data).toMatchObject([
    {
      country: "GB",
      is_default: true,
      invoice_prefix: "INV",
      taxes_confirmed_at: null,
      location_ids: [gym.location_id],
    },
  ]);
});

test("a location that is assigned sells in the name of its legal entity, and one that is left out in that of the default", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const south = await newLocation(gym, "South");
  const { id } = await newEntity(gym, { due_days: 14 });
  const sellerAtSouth = () =>
    asJob(gym, "2026-03-02T09:00:00Z", (ctx) => sellerOf(ctx, south).then(({ entity }) => entity.id));
  const assigned = await call(contracts.putEntityLocations, { id, location_ids: [south] }, { token });
  expect([assigned.location_ids, await sellerAtSouth()]).toEqual([[south], id]);
  expect((await defaultEntity(gym)).location_ids).toEqual([gym.location_id]);
  const left = await call(contracts.putEntityLocations, { id, location_ids: [] }, { token });
  expect([left.location_ids, await sellerAtSouth()]).toEqual([[], (await defaultEntity(gym)).id]);
});

test("A2 a location of another gym is not assigned", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const { id } = await newEntity(gym);
  const input = { id, location_ids: [other.location_id] };
  const refused = await refusal(contracts.putEntityLocations, input, { token: gym.people.gym_owner.token });
  expect([refused.status, refused.errors?.[0]?.field]).toEqual([422, "location_ids"]);
});

test.each([
  [{ country: "IN", invoice_prefix: "FITNESS-CENTRE" }, "invoice_prefix"],
  [{ country: "IN", credit_note_prefix: "CN#" }, "credit_note_prefix"],
  [{ invoice_prefix: "INV-" }, "invoice_prefix"],
  [{ invoice_prefix: "A", credit_note_prefix: "a" }, "credit_note_prefix"],
  [{ tax_ids: [{ label: "VAT number", value: "GB12" }] }, "tax_ids.0.value"],
  [{ country: "US", tax_ids: [{ label: "EIN", value: "00-1234567" }] }, "tax_ids.0.value"],
  [{ country: "IN", tax_ids: [{ label: "GSTIN", value: "27AAPFU0939F1ZW" }] }, "tax_ids.0.value"],
  [{ country: "IN", state_code: "29", tax_ids: [{ label: "GSTIN", value: "27AAPFU0939F1ZV" }] }, "tax_ids.0.value"],
  [{ country: "GB", state_code: "27" }, "state_code"],
  [{ country: "IN", state_code: "99" }, "state_code"],
  [{ due_days: 91 }, "due_days"],
  [{ number_digits: 0 }, "number_digits"],
])("L3 L12 a legal entity with %j is refused at %s", async (fields, field) => {
  const gym = await newGym();
  const input = { legal_name: "South Ltd", country: "GB", ...fields };
  const refused = await refusal(contracts.createLegalEntity, input, { token: gym.people.gym_owner.token });
  expect([refused.status, refused.errors?.[0]?.field]).toEqual([422, field]);
});

test("L1 a prefix with which a number would be given a second time is refused", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const { id } = await defaultEntity(gym);
  const change = (fields: object) => call(contracts.updateLegalEntity, { id, ...fields }, { token });
  // CN-00001 to CN-00003 are credit notes, INV-00001 is an invoice.
  const credit = [line({ list_minor: -500 })];
  await issueAt(gym, "2026-03-02T09:00:00Z", [credit, credit, credit, [line()]]);
  const refused = await refusal(
    contracts.updateLegalEntity,
    { id, invoice_prefix: "CN", credit_note_prefix: "XN" },
    { token },
  );
  expect([refused.status, refused.code, refused.detail]).toEqual([
    409,
    "conflict",
    "With this setting the number CN-00003 would be given a second time. Choose a prefix that was not used before.",
  ]);
  // Each series counts on, so that a prefix may come back.
  expect((await change({ invoice_prefix: "RE" })).invoice_prefix).toBe("RE");
  expect((await change({ invoice_prefix: "INV", number_digits: 6 })).number_digits).toBe(6);
  const [next] = await issueAt(gym, "2026-03-03T09:00:00Z", [[line()]]);
  expect(next?.number).toBe("INV-000002");
});

test("one legal entity is the default: another one takes over, and the default is not archived", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  const [first, second] = [await defaultEntity(gym), await newEntity(gym)];
  const refused = await refusal(contracts.archiveLegalEntity, { id: first.id }, { token });
  expect([refused.status, refused.code]).toEqual([409, "in_use"]);
  await call(contracts.updateLegalEntity, { id: second.id, is_default: true }, { token });
  expect(await defaultEntity(gym)).toMatchObject({ id: second.id, location_ids: [gym.location_id] });
  expect((await call(contracts.archiveLegalEntity, { id: first.id }, { token })).archived_at).not.toBeNull();
  const archived = await refusal(contracts.updateLegalEntity, { id: first.id, is_default: true }, { token });
  expect(archived.code).toBe("conflict");
});

test("A12 who works at some locations only changes no legal entity", async () => {
  const gym = await newGym();
  const bound = await newBoundStaff(gym, "admin", [gym.location_id]);
  const refused = await refusal(contracts.listLegalEntities, {}, { token: bound.token });
  expect(refused.status).toBe(403);
});
