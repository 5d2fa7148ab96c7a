import { expect, test } from "vitest";
import { listImportRows, readImport } from "@/lib/contracts/imports/import-rows";
import * as contracts from "@/lib/contracts/imports/imports";
import { createPlan } from "@/lib/contracts/memberships/membership-plans";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { checked, csv, done, uploadCsv } from "@/tests/support/gym/imports";
import { call, refusal } from "@/tests/support/http/api";

const owner = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const newPlan = (gym: Gym, name: string) =>
  call(
    createPlan,
    { name, kind: "recurring", price_minor: 5_900, currency: "EUR", interval_unit: "month" },
    owner(gym),
  );

test("every column shows what it was recognised as and its first values that differ", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, csv("Forename,Shoe size", "Ada,", "Ada,38", "Bo,38", "Cy,41", "Di,44", "Ed,45"));
  const { columns } = await call(readImport, { id }, owner(gym));
  expect(columns).toEqual([
    { recognised_as: "first_name", is_certain: true, samples: ["Ada", "Bo", "Cy"] },
    { recognised_as: null, is_certain: false, samples: ["38", "41", "44"] },
  ]);
});

test("X5 dates that fit both orders are shown read both ways", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, csv("Name,Birthday", "Ada,05/05/1990", "Bo,03/04/1990", "Cy,05/06/1991"));
  const { dates } = await call(readImport, { id }, owner(gym));
  expect(dates?.is_mixed).toBe(false);
  expect(dates?.examples.toSorted((a, b) => (a.text < b.text ? -1 : 1))).toEqual([
    { text: "03/04/1990", day_first: "1990-04-03", month_first: "1990-03-04" },
    { text: "05/06/1991", day_first: "1991-06-05", month_first: "1991-05-06" },
  ]);
});

test("X5 a file that mixes both orders shows one date of each", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, csv("Name,Birthday", "Ada,25/12/1990", "Bo,12/25/1990"));
  expect((await call(readImport, { id }, owner(gym))).dates).toEqual({
    is_mixed: true,
    examples: [
      { text: "25/12/1990", day_first: "1990-12-25", month_first: null },
      { text: "12/25/1990", day_first: null, month_first: "1990-12-25" },
    ],
  });
});

test("X5 a date column that the owner names later is judged like one that was recognised", async () => {
  const gym = await newGym();
  const job = await uploadCsv(gym, csv("Name,When", "Ada,03/04/1990"));
  expect([job.date_format_evidence, job.options.date_format]).toEqual(["none", "iso"]);
  const set = (mapping: Record<string, string>, options = {}) =>
    call(contracts.updateImport, { id: job.id, mapping: mapping as never, options }, owner(gym));
  const asked = await set({ "0": "full_name", "1": "birth_on" });
  expect([asked.date_format_evidence, asked.options.date_format]).toEqual(["ambiguous", null]);
  const answered = await set({ "0": "full_name", "1": "joined_on" }, { date_format: "dmy" });
  expect(answered.options.date_format).toBe("dmy");
  const withdrawn = await set({ "0": "full_name" });
  expect([withdrawn.date_format_evidence, withdrawn.options.date_format]).toEqual(["none", "iso"]);
});

test("X8 the rows that share an e-mail, in the file or with a member here, are counted before anything is asked", async () => {
  const gym = await newGym();
  await newMember(gym, { email: "here@example.com" });
  const rows = [
    "Ada,ada@example.com",
    "Bo,ADA@example.com ",
    "Cy,ada@example.com",
    "Di,here@example.com",
    "Ed,ed@x.org",
  ];
  const { id } = await uploadCsv(gym, csv("First name,Email", ...rows));
  const { duplicate_emails } = await call(readImport, { id }, owner(gym));
  expect(duplicate_emails).toEqual({ rows: 3, examples: ["ada@example.com", "here@example.com"] });
});

test("X6 only phones without a country prefix ask for the country", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(
    gym,
    csv("First name,Mobile", "Ada,0151 2345678", "Bo,+49 151 2345678", "Cy,0049 151 2345678", "Di,", "Ed,n/a"),
  );
  expect((await call(readImport, { id }, owner(gym))).phones_without_country).toEqual({
    rows: 1,
    examples: ["0151 2345678"],
  });
});

test("a file without a location column, or with gaps in it, says how many rows take the default", async () => {
  const gym = await newGym();
  const none = await uploadCsv(gym, csv("First name", "Ada", "Bo"));
  const some = await uploadCsv(gym, csv("First name,Location", "Ada,Main", "Bo,"));
  const counts = await Promise.all(
    [none, some].map(async ({ id }) => (await call(readImport, { id }, owner(gym))).rows_without_location),
  );
  expect(counts).toEqual([2, 1]);
});

test("X1 each figure of the check opens exactly its rows", async () => {
  const gym = await newGym();
  await newPlan(gym, "Gold");
  const file = csv(
    "First name,Last name,Email,Phone,Membership,Start date,Next billing date",
    `Ada,Ash,ada@example.com,,Gold,2025-04-30,${inDays(10)}`,
    `Bo,Birch,bo@example.com,12,Gold,2025-05-01,${inDays(45)}`,
    "Cy,Cedar,cy@example.com,,,,",
    "Di,Dale,di@,,Gold,2025-05-01,",
  );
  const { id } = await uploadCsv(gym, file);
  await checked(gym, id);
  const rows = async (filter: object) =>
    (await call(listImportRows, { id, ...filter }, owner(gym))).data.map(({ row_number }) => row_number);
  expect(await rows({ kind: "member" })).toEqual([2, 3, 4]);
  expect(await rows({ kind: "membership" })).toEqual([2, 3]);
  expect(await rows({ kind: "recurring" })).toEqual([2, 3]);
  expect(await rows({ kind: "due_in_30_days" })).toEqual([2]);
  expect(await rows({ kind: "with_warning" })).toEqual([3]);
  expect(await rows({ problem: "email_invalid" })).toEqual([5]);
  const [ada] = (await call(listImportRows, { id, kind: "due_in_30_days" }, owner(gym))).data;
  expect(ada?.forecast).toEqual({
    name: "Ada Ash",
    plan_name: "Gold",
    membership_status: "active",
    price_minor: 5_900,
    next_bill_on: inDays(10),
    balance_minor: 0,
  });
});

test("X1 the forecast counts every bill of a weekly plan, and the next anniversary where the file names no date", async () => {
  const gym = await newGym();
  await newPlan(gym, "Gold");
  const weekly = { kind: "recurring" as const, price_minor: 1_000, currency: "EUR" as const };
  await call(createPlan, { name: "Weekly", ...weekly, interval_unit: "week", interval_count: 1 }, owner(gym));
  const file = csv(
    "First name,Last name,Membership,Start date,Next billing date,End date",
    `Ada,Ash,Weekly,2025-04-30,${inDays(2)},`,
    `Bo,Birch,Weekly,2025-04-30,${inDays(2)},${inDays(10)}`,
    `Cy,Cedar,Gold,${inDays(-25)},,`,
  );
  const { id } = await uploadCsv(gym, file);
  const { summary } = await checked(gym, id);
  // C15: of Bo's last week, 2 of 7 days are billed.
  expect(summary?.due_in_30_days_minor).toBe(5 * 1_000 + (1_000 + 286) + 5_900);
  await done(gym, id);
  const rows = (await call(listImportRows, { id, kind: "due_in_30_days" }, owner(gym))).data;
  expect(rows.map(({ row_number }) => row_number)).toEqual([2, 3, 4]);
  expect((rows[2]?.forecast?.next_bill_on ?? "") > inDays(0)).toBe(true);
});

test("X7 a changed answer requires another check before anything is created", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, csv("First name,Membership,Start date", "Ada,Lite,2025-01-10", "Bo,,"));
  await checked(gym, id);
  const chosen = await call(contracts.updateImport, { id, options: { plans: { Lite: "create" } } }, owner(gym));
  expect([chosen.status, chosen.summary]).toEqual(["uploaded", null]);
  expect((await refusal(contracts.runImport, { id }, owner(gym))).code).toBe("import_not_ready");
});

test("a file is discarded with its rows, but not while its members are here", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, csv("First name", "Ada"));
  await checked(gym, id);
  await done(gym, id);
  expect((await refusal(contracts.discardImport, { id }, owner(gym))).code).toBe("import_not_ready");
  await call(contracts.undoImport, { id }, owner(gym));
  await call(contracts.discardImport, { id }, owner(gym));
  expect((await refusal(listImportRows, { id }, owner(gym))).status).toBe(404);
  expect((await call(contracts.listImports, {}, owner(gym))).data).toEqual([]);
});
