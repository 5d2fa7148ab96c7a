import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { deniedEntries, members, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listImportRows } from "@/lib/contracts/imports/import-rows";
import * as contracts from "@/lib/contracts/imports/imports";
import { createPlan } from "@/lib/contracts/memberships/membership-plans";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { checked, csv, done, monthlyAt, uploadCsv } from "@/tests/support/gym/imports";
import { newMembership, newVisit } from "@/tests/support/gym/visits";
import { call, refusal } from "@/tests/support/http/api";

const ofGym = (gym: Gym) => ({ organization_id: gym.organization_id, user_id: null });
const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });

const importedMembers = (gym: Gym, id: string) =>
  inTenant(ofGym(gym), (db) => db.select().from(members).where(eq(members.import_id, id)).orderBy(members.last_name));
const importedMemberships = (gym: Gym, id: string) =>
  inTenant(ofGym(gym), (db) =>
    db.select().from(memberships).where(eq(memberships.import_id, id)).orderBy(memberships.starts_on),
  );

async function newPlan(gym: Gym, name: string, price_minor = 5_900) {
  return call(
    createPlan,
    { name, kind: "recurring", price_minor, currency: "EUR", interval_unit: "month" },
    owner(gym),
  );
}

const answer = (gym: Gym, id: string, options: Record<string, unknown>) =>
  call(contracts.updateImport, { id, options }, owner(gym));

describe("an import", () => {
  test("X1 a dry run forecasts what falls due and recurs, and creates nothing", async () => {
    const gym = await newGym();
    await newPlan(gym, "Gold");
    const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const file = csv(
      "First name,Last name,Email,Membership,Start date,Next billing date,Price",
      `Ada,Okafor,ada@example.com,Gold,2025-04-30,${soon},49.00`,
      `Bo,Lund,bo@example.com,gold,2025-05-01,${soon},`,
      "Cy,Ray,not-an-address,Gold,2025-05-01,,",
    );
    const { id } = await uploadCsv(gym, file);
    const { summary, status } = await checked(gym, id);
    expect(status).toBe("checked");
    expect(summary).toMatchObject({
      ready: 2,
      refused: 1,
      members: 2,
      memberships: 2,
      due_in_30_days_minor: 10_800,
      monthly_recurring_minor: 10_800,
      currency: "EUR",
    });
    expect(await importedMembers(gym, id)).toEqual([]);
    const rows = await call(listImportRows, { id, status: ["refused"] }, owner(gym));
    expect(rows.data.map(({ row_number, problems }) => [row_number, problems[0]?.field])).toEqual([[4, "email"]]);
  });

  test("X3 an active membership with its next bill ahead arrives with that date and no debt", async () => {
    const gym = await newGym();
    await newPlan(gym, "Gold");
    const { id } = await uploadCsv(gym, csv("Name,Plan,Start,Next bill date", "Ada Okafor,Gold,2025-01-31,2099-03-31"));
    await checked(gym, id);
    expect((await done(gym, id)).status).toBe("done");
    expect(await importedMemberships(gym, id)).toMatchObject([
      { starts_on: "2025-01-31", next_bill_on: "2099-03-31", anchor_day: 31, ends_on: null, unpaid_minor: 0 },
    ]);
  });

  test("X4 a pause with its return date, a given notice and remaining sessions come along", async () => {
    const gym = await newGym();
    await newPlan(gym, "Gold");
    const file = csv(
      "First name,Last name,Plan,Status,Start date,Resume date,Cancellation date,Remaining sessions",
      "Ada,Ash,Gold,On hold,2025-01-10,2099-05-01,,",
      "Bo,Birch,Gold,Active,2025-01-11,,2099-06-30,",
      "Cy,Cedar,Gold,Active,2025-01-12,,,7",
    );
    const { id } = await uploadCsv(gym, file);
    await checked(gym, id);
    await done(gym, id);
    expect(await importedMemberships(gym, id)).toMatchObject([
      { starts_on: "2025-01-10", cancelled_on: null },
      { starts_on: "2025-01-11", cancelled_on: "2099-07-01", ends_on: null },
      { starts_on: "2025-01-12", sessions_included: 7, sessions_used: 0 },
    ]);
  });

  test("X5 a file whose dates fit both orders is not read until the order is chosen", async () => {
    const gym = await newGym();
    const job = await uploadCsv(gym, csv("First name,Birthday", "Ada,03/04/1990", "Bo,05/06/1991"));
    expect([job.date_format_evidence, job.options.date_format]).toEqual(["ambiguous", null]);
    const refused = await refusal(contracts.checkImport, { id: job.id }, owner(gym));
    expect([refused.status, refused.code]).toEqual([409, "import_not_ready"]);
    await answer(gym, job.id, { date_format: "dmy" });
    await checked(gym, job.id);
    await done(gym, job.id);
    expect((await importedMembers(gym, job.id)).map(({ birth_on }) => birth_on).sort()).toEqual([
      "1990-04-03",
      "1991-06-05",
    ]);
  });

  test("X7 a plan that is not known stops its rows with a suggestion", async () => {
    const gym = await newGym();
    const plan = await newPlan(gym, "Gold monthly");
    const { id } = await uploadCsv(gym, csv("First name,Membership,Start date", "Ada,Gold month,2025-01-10"));
    const first = await checked(gym, id);
    expect(first.summary).toMatchObject({
      ready: 0,
      refused: 1,
      plans: [{ name: "Gold month", rows: 1, plan_id: null, suggestion: { plan_id: plan.id, name: "Gold monthly" } }],
    });
    await answer(gym, id, { plans: { "Gold month": plan.id } });
    expect((await checked(gym, id)).summary).toMatchObject({ ready: 1, refused: 0 });
  });

  test("X7 a plan that the owner wants created is created once, and rows keep their own price", async () => {
    const gym = await newGym();
    const file = csv(
      "First name,Membership,Start date,Price",
      "Ada,Lite,2025-01-10,19",
      "Bo,Lite,2025-01-10,19",
      "Cy,lite,2025-01-10,25",
    );
    const { id } = await uploadCsv(gym, file);
    await answer(gym, id, { plans: { Lite: "create", lite: "create" }, new_plans: { Lite: monthlyAt(1_900) } });
    await checked(gym, id);
    await done(gym, id);
    const sold = await importedMemberships(gym, id);
    expect(sold.map(({ price_minor }) => price_minor).sort()).toEqual([1_900, 1_900, 2_500]);
    expect(new Set(sold.map(({ plan_id }) => plan_id)).size).toBe(1);
  });

  const twice = csv("First name,Last name,Email", "Ada,Okafor,ada@example.com", "Ben,Okafor,ada@example.com");

  test.each([
    ["ask", { ready: 1, refused: 1, skipped: 0 }, ["ada@example.com"]],
    ["skip", { ready: 1, refused: 0, skipped: 1 }, ["ada@example.com"]],
    ["household", { ready: 2, refused: 0, skipped: 0 }, ["ada@example.com", null]],
    ["same_person", { ready: 2, refused: 0, skipped: 0 }, ["ada@example.com"]],
  ] as const)(
    "X8 the same e-mail twice in a file means what the owner says: %s",
    async (duplicates, counts, emails) => {
      const gym = await newGym();
      const { id } = await uploadCsv(gym, twice);
      await answer(gym, id, { duplicates });
      expect((await checked(gym, id)).summary).toMatchObject(counts);
      await done(gym, id);
      expect((await importedMembers(gym, id)).map(({ email }) => email)).toEqual(emails);
    },
  );

  test("X8 an e-mail that a member here already has is asked about too", async () => {
    const gym = await newGym();
    await newMember(gym, { email: "ada@example.com" });
    const { id } = await uploadCsv(gym, csv("First name,Email", "Ada,ada@example.com"));
    expect((await checked(gym, id)).summary).toMatchObject({ ready: 0, refused: 1 });
  });

  test("X9 an import is undone whole, and no longer after a first check-in", async () => {
    const gym = await newGym();
    await newPlan(gym, "Gold");
    const file = csv("First name,Last name,Plan,Start date", "Ada,Ash,Gold,2025-01-10", "Bo,Birch,Gold,2025-01-11");
    const one = await uploadCsv(gym, file);
    await checked(gym, one.id);
    await done(gym, one.id);
    expect((await call(contracts.undoImport, { id: one.id }, owner(gym))).status).toBe("undone");
    expect([await importedMembers(gym, one.id), await importedMemberships(gym, one.id)]).toEqual([[], []]);

    const two = await uploadCsv(gym, file);
    await checked(gym, two.id);
    await done(gym, two.id);
    const [ada] = await importedMembers(gym, two.id);
    await newVisit(gym, ada?.id ?? "");
    const refused = await refusal(contracts.undoImport, { id: two.id }, owner(gym));
    expect([refused.status, refused.code]).toEqual([409, "in_use"]);
    expect((await importedMembers(gym, two.id)).length).toBe(2);
  });

  test("X9 a refused scan does not keep an import, a membership that was sold since does", async () => {
    const gym = await newGym();
    const file = csv("First name,Last name", "Ada,Ash");
    const one = await uploadCsv(gym, file);
    await checked(gym, one.id);
    await done(gym, one.id);
    const [ada] = await importedMembers(gym, one.id);
    const { organization_id, location_id } = gym;
    const refused = {
      organization_id,
      location_id,
      member_id: ada?.id ?? "",
      reason: "no_membership",
      method: "qr",
    } as const;
    await inTenant(ofGym(gym), (db) =>
      db.insert(deniedEntries).values({ ...refused, denied_at: "2026-03-05T10:00:00Z" }),
    );
    expect((await call(contracts.undoImport, { id: one.id }, owner(gym))).status).toBe("undone");

    const two = await uploadCsv(gym, file);
    await checked(gym, two.id);
    await done(gym, two.id);
    const [again] = await importedMembers(gym, two.id);
    await newMembership(gym, again?.id ?? "");
    const blocked = await refusal(contracts.undoImport, { id: two.id }, owner(gym));
    expect([blocked.code, blocked.detail]).toEqual([
      "in_use",
      "Ada Ash has bought a membership since, so the import stays. Archive single members instead.",
    ]);
  });

  test("X9 an imported membership with a check-in stays", async () => {
    const gym = await newGym();
    await newPlan(gym, "Gold");
    const member_id = await newMember(gym, { first_name: "Ada", last_name: "Okafor", email: "ada@example.com" });
    const { id } = await uploadCsv(gym, csv("First name,Email,Plan,Start date", "Ada,ada@example.com,Gold,2025-01-10"));
    await answer(gym, id, { duplicates: "same_person" });
    await checked(gym, id);
    await done(gym, id);
    const [sold] = await importedMemberships(gym, id);
    expect(sold?.member_id).toBe(member_id);
    await newVisit(gym, member_id, { membership_id: sold?.id ?? null });
    expect((await refusal(contracts.undoImport, { id }, owner(gym))).code).toBe("in_use");
  });

  test("X11 a byte order mark, semicolons and Windows letters are read", async () => {
    const gym = await newGym();
    const bom = await uploadCsv(gym, `\uFEFF${csv("Vorname;Nachname", "Jürgen;Groß")}`);
    expect([bom.headers, bom.sample]).toEqual([["Vorname", "Nachname"], [["Jürgen", "Groß"]]]);
    const latin = Buffer.from(csv("Vorname;Nachname", "Jürgen;Groß"), "latin1");
    expect((await uploadCsv(gym, latin)).sample).toEqual([["Jürgen", "Groß"]]);
  });

  test("N6 a member gets no marketing unless the file says that they agreed", async () => {
    const gym = await newGym();
    const { id } = await uploadCsv(gym, csv("First name,Last name,Marketing consent", "Ada,Ash,yes", "Bo,Birch,"));
    await checked(gym, id);
    await done(gym, id);
    expect((await importedMembers(gym, id)).map(({ marketing_consent_source }) => marketing_consent_source)).toEqual([
      "import",
      null,
    ]);
  });

  test("two clicks on start are one start", async () => {
    const gym = await newGym();
    const { id } = await uploadCsv(gym, csv("First name", "Ada", "Bo"));
    await checked(gym, id);
    const clicks = await Promise.allSettled([done(gym, id), done(gym, id)]);
    expect(clicks.filter(({ status }) => status === "fulfilled").length).toBe(1);
    expect((await importedMembers(gym, id)).length).toBe(2);
  });

  test("two workers on one import create every member once", async () => {
    const gym = await newGym();
    const rows = Array.from({ length: 1_200 }, (_, index) => `Member,Number ${index},m${index}@example.com`);
    const { id } = await uploadCsv(gym, csv("First name,Last name,Email", ...rows));
    await checked(gym, id);
    await call(contracts.runImport, { id }, owner(gym));
    const second = Array.from({ length: 6 }, () =>
      refusal(contracts.advanceImport, { id }, owner(gym)).catch(() => null),
    );
    await Promise.all(second);
    for (let tries = 0; tries < 200; tries++) {
      if ((await call(contracts.getImport, { id }, owner(gym))).status === "done") break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect((await importedMembers(gym, id)).length).toBe(1_200);
  });

  test("a workbook instead of a CSV file is refused with what to do", async () => {
    const gym = await newGym();
    const refused = await refusal(
      contracts.uploadImport,
      { file_name: "a.xlsx" },
      {
        ...owner(gym),
        body: new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]),
      },
    );
    expect([refused.status, refused.code]).toEqual([400, "malformed_body"]);
    expect(refused.detail).toContain("save it as CSV");
  });
});
