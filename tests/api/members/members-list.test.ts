import { expect, test } from "vitest";
import { newId } from "@/db/id";
import { checkIns, members } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/members/members";
import { listMembers, searchColumns } from "@/lib/domain/members";
import { fixedClock } from "@/lib/kernel/clock";
import { type Gym, newGym, newLocation, newMember } from "@/tests/support/gym/gym";
import { newPlan } from "@/tests/support/gym/plans";
import { newMembership, newVisit } from "@/tests/support/gym/visits";
import { call, refusal } from "@/tests/support/http/api";

const as = (gym: Gym) => ({ token: gym.people.gym_owner.token });
const namesOf = (rows: { first_name: string }[]) => rows.map(({ first_name }) => first_name);

const visit = (gym: Gym, member_id: string, check_in_at: string) =>
  newVisit(gym, member_id, { check_in_at, check_out_at: check_in_at });

const people = [
  { first_name: "Muñoz", last_name: "Álvarez", email: "m.alvarez@example.com" },
  { first_name: "Thảo", last_name: "Đặng", phone: "+84912345678" },
  { first_name: "राहुल", last_name: "शर्मा" },
  { first_name: "伟", last_name: "王" },
  { first_name: "민수", last_name: "김" },
  { first_name: "Jonas", last_name: "Weiß", phone: "+491712345678" },
  { first_name: "Mei-Ling", last_name: "O’Neil", member_code: "IT-1042" },
  { first_name: "محمد", last_name: "علي" },
  { first_name: "50%", last_name: "Off_er" },
];

test.each([
  ["munoz", "Muñoz"],
  ["MUÑOZ", "Muñoz"],
  ["alvarez mu", "Muñoz"],
  ["m.alvarez@", "Muñoz"],
  ["thao dang", "Thảo"],
  ["đặng", "Thảo"],
  ["राहुल", "राहुल"],
  ["शर्मा राहु", "राहुल"],
  ["王", "伟"],
  ["王伟", "伟"],
  ["伟", "伟"],
  ["김민", "민수"],
  ["weiss", "Jonas"],
  ["0171 234", "Jonas"],
  ["0171/2345", "Jonas"],
  ["+49 171", "Jonas"],
  ["171-234-56", "Jonas"],
  ["0049 171 23", "Jonas"],
  ["345678", "Jonas"],
  ["it-1042", "Mei-Ling"],
  ["IT1042", "Mei-Ling"],
  ["1042", "Mei-Ling"],
  ["mei ling", "Mei-Ling"],
  ["oneil", "Mei-Ling"],
  ["محمد", "محمد"],
  ["50%", "50%"],
  ["off_er", "50%"],
])("typing %s finds %s", async (q, expected) => {
  const gym = await gymOf(people);
  expect(namesOf((await call(contracts.listMembers, { q }, as(gym))).data)).toContain(expected);
});

test.each(["मोहन", "munoz jonas", "%", "_", "alvarez%", "9999999", "\\"])(
  "searching for %s finds no unrelated member",
  async (q) => {
    const gym = await gymOf(people.slice(0, 8));
    expect((await call(contracts.listMembers, { q }, as(gym))).data).toEqual([]);
  },
);

test("one or two letters find the words that begin with them", async () => {
  const gym = await gymOf([
    { first_name: "Bernhard", last_name: "Koch" },
    { first_name: "Zoe", last_name: "Hardy" },
    { first_name: "美玲", last_name: "陳" },
  ]);
  const found = async (q: string) => namesOf((await call(contracts.listMembers, { q }, as(gym))).data);
  expect(await found("ha")).toEqual(["Zoe"]);
  expect(await found("z")).toEqual(["Zoe"]);
  expect(await found("har be")).toEqual(["Bernhard"]);
  expect(await found("美玲")).toEqual(["美玲"]);
});

test("names that begin as typed come before names in which the letters merely occur", async () => {
  const gym = await gymOf([
    { first_name: "Bernhard", last_name: "Koch" },
    { first_name: "Zoe", last_name: "Hardy" },
    { first_name: "Hardik", last_name: "Rao" },
  ]);
  expect(namesOf((await call(contracts.listMembers, { q: "hard" }, as(gym))).data)).toEqual([
    "Hardik",
    "Zoe",
    "Bernhard",
  ]);
});

test("a search can have any order, and its pages continue in it", async () => {
  const gym = await gymOf(
    ["Ann A", "Ann C", "Ann B"].map((first_name, i) => ({ first_name, joined_on: `2025-01-0${i + 1}` })),
  );
  const { data } = await call(contracts.listMembers, { q: "ann" }, as(gym));
  const [a, b, c] = data.map(({ id }) => id);
  for (const [id, day] of Object.entries({ [a ?? ""]: "03", [b ?? ""]: "01", [c ?? ""]: "02" }))
    await visit(gym, id, `2026-01-${day}T10:00:00Z`);
  const pagesBy = async (sort: (typeof contracts.memberSorts)[number]) => {
    const query = { q: "ann", sort, limit: 2 };
    const first = await call(contracts.listMembers, query, as(gym));
    const second = await call(contracts.listMembers, { ...query, cursor: first.next_cursor ?? "" }, as(gym));
    return namesOf([...first.data, ...second.data]);
  };
  expect(await pagesBy("name")).toEqual(["Ann A", "Ann B", "Ann C"]);
  expect(await pagesBy("-name")).toEqual(["Ann C", "Ann B", "Ann A"]);
  expect(await pagesBy("joined")).toEqual(["Ann A", "Ann C", "Ann B"]);
  expect(await pagesBy("-joined")).toEqual(["Ann B", "Ann C", "Ann A"]);
  expect(await pagesBy("-last_visit")).toEqual(["Ann A", "Ann C", "Ann B"]);
});

test("a search that matches more than a thousand members pages through them all, once each, by name", async () => {
  const gym = await gymOf(
    Array.from({ length: 1_050 }, (_, index) => ({
      first_name: "Ann",
      last_name: `Nr ${String(index).padStart(4, "0")}`,
    })),
  );
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(contracts.listMembers, { q: "ann", limit: 200, cursor }, as(gym));
    seen.push(...page.data.map(({ last_name }) => last_name));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(Array.from({ length: 1_050 }, (_, index) => `Nr ${String(index).padStart(4, "0")}`));
});

test("the list is sorted by the name as it is shown, whatever its accents and case", async () => {
  const gym = await gymOf(["Zoë", "álvaro", "Émile", "Bob", "ömer", "Adam"].map((first_name) => ({ first_name })));
  const sorted = async (sort: "name" | "-name") => namesOf((await call(contracts.listMembers, { sort }, as(gym))).data);
  expect(await sorted("name")).toEqual(["Adam", "álvaro", "Bob", "Émile", "Mina", "ömer", "Zoë"]);
  expect(await sorted("-name")).toEqual(["Zoë", "ömer", "Mina", "Émile", "Bob", "álvaro", "Adam"]);
});

test("R5 pages stay whole while members are added in front and behind", async () => {
  for (const sort of ["name", "-joined", "last_visit"] as const) {
    const gym = await gymOf(
      ["B", "D", "F", "H", "J"].map((first_name, i) => ({ first_name, joined_on: `2025-01-0${i + 1}` })),
    );
    const before = namesOf((await call(contracts.listMembers, { sort }, as(gym))).data);
    const first = await call(contracts.listMembers, { sort, limit: 3 }, as(gym));
    await newMember(gym, { first_name: "A", joined_on: "2024-01-01" });
    await newMember(gym, { first_name: "Z", joined_on: "2026-01-01" });
    const rest = await call(contracts.listMembers, { sort, limit: 200, cursor: first.next_cursor ?? "" }, as(gym));
    const seen = namesOf([...first.data, ...rest.data]);
    expect(new Set(seen).size, sort).toBe(seen.length);
    expect(
      seen.filter((name) => before.includes(name)),
      sort,
    ).toEqual(before);
  }
});

test("a cursor of another list is refused", async () => {
  const gym = await newGym();
  for (const cursor of [
    "x",
    Buffer.from('["a",1]').toString("base64url"),
    Buffer.from('["hits",0,"a","b"]').toString("base64url"),
  ])
    expect((await refusal(contracts.listMembers, { cursor }, as(gym))).code).toBe("malformed_cursor");
});

test("the last visit sorts and filters: who never came is the longest away", async () => {
  const gym = await newGym();
  const [often, once] = [await newMember(gym, { first_name: "Often" }), await newMember(gym, { first_name: "Once" })];
  await visit(gym, often, "2026-03-01T09:00:00Z");
  await visit(gym, often, "2026-03-04T09:00:00Z");
  await visit(gym, once, "2026-01-10T23:30:00Z");
  const undone = await visit(gym, once, "2026-03-05T09:00:00Z");
  await inTenant({ organization_id: gym.organization_id, user_id: null }, async (db) => {
    const { eq } = await import("drizzle-orm");
    await db.update(checkIns).set({ undone_at: "2026-03-05T09:10:00Z" }).where(eq(checkIns.id, undone));
  });
  const by = async (input: object) => namesOf((await call(contracts.listMembers, input, as(gym))).data);
  expect(await by({ sort: "last_visit" })).toEqual(["Mina", "Once", "Often"]);
  expect(await by({ sort: "-last_visit" })).toEqual(["Often", "Once", "Mina"]);
  expect(await by({ last_visit_before: "2026-01-12" })).toEqual(["Mina", "Once"]);
  // In Berlin the visit was on the 11th, half an hour after midnight.
  expect(await by({ last_visit_before: "2026-01-11" })).toEqual(["Mina"]);
});

test("each row carries plan, status, the next date, the last visit and eight weeks of visits", async () => {
  const clock = fixedClock("2026-03-05T12:00:00Z");
  const gym = await newGym({ clock });
  const id = await newMember(gym, { first_name: "Rahel", last_name: "Tesfaye", member_code: "IT-1042" });
  await newMembership(gym, id, { plan_name: "Unlimited", next_bill_on: "2026-03-08" });
  await newMembership(gym, id, { plan_name: "PT", starts_on: "2026-02-01" });
  for (const day of ["2026-03-05", "2026-03-04", "2026-02-27", "2026-02-26", "2026-01-09", "2026-01-08"])
    await visit(gym, id, `${day}T09:00:00Z`);
  const { data } = await listMembers(gym.people.gym_owner.caller, { q: "rahel" });
  expect(data).toEqual([
    {
      id,
      member_code: "IT-1042",
      first_name: "Rahel",
      last_name: "Tesfaye",
      email: null,
      phone: null,
      photo_url: null,
      tags: [],
      home_location_id: gym.location_id,
      joined_on: "2024-01-10",
      banned_at: null,
      archived_at: null,
      status: "active",
      next: { kind: "renews", on: "2026-03-08", sessions_left: null, sessions_included: null },
      plan_names: ["Unlimited", "PT"],
      last_visit_at: "2026-03-05T09:00:00.000Z",
      weekly_visits: [1, 0, 0, 0, 0, 0, 1, 3],
    },
  ]);
});

test("filters narrow together: place, plan, tag, joining, birth month, ban", async () => {
  const gym = await newGym();
  const far = await newLocation(gym, "Far");
  const { id: plan } = await newPlan(gym);
  const anna = await newMember(gym, { first_name: "Anna", tags: ["Knee", "Evening"], birth_on: "1990-03-02" });
  const ben = await newMember(gym, {
    first_name: "Ben",
    tags: ["Knee"],
    home_location_id: far,
    joined_on: "2025-06-01",
  });
  await newMember(gym, { first_name: "Cem", banned_at: "2026-01-01T00:00:00Z" });
  await newMembership(gym, anna, { plan_id: plan });
  await newMembership(gym, ben, { plan_id: plan, ends_on: "2026-02-01" });
  const by = async (input: object) => namesOf((await call(contracts.listMembers, input, as(gym))).data);
  expect(await by({ location_id: far })).toEqual(["Ben"]);
  expect(await by({ plan_id: [plan] })).toEqual(["Anna"]);
  expect(await by({ tag: ["Knee"] })).toEqual(["Anna", "Ben"]);
  expect(await by({ tag: ["Knee", "Evening"] })).toEqual(["Anna"]);
  expect(await by({ joined_from: "2025-01-01", joined_to: "2025-06-01" })).toEqual(["Ben"]);
  expect(await by({ birth_month: 3 })).toEqual(["Anna"]);
  expect(await by({ is_banned: true })).toEqual(["Cem"]);
  expect(await by({ tag: ["Knee"], status: ["expired"] })).toEqual(["Ben"]);
});

test("B8 who was born on 29 Feb has a birthday on 28 Feb in a year without one, on the 29th otherwise", async () => {
  const gym = await newGym();
  await newMember(gym, { first_name: "Leap", birth_on: "1996-02-29" });
  await newMember(gym, { first_name: "Plain", birth_on: "1996-02-28" });
  const on = async (birthday_on: string) => namesOf((await call(contracts.listMembers, { birthday_on }, as(gym))).data);
  expect(await on("2026-02-28")).toEqual(["Leap", "Plain"]);
  expect(await on("2028-02-28")).toEqual(["Plain"]);
  expect(await on("2028-02-29")).toEqual(["Leap"]);
  expect(await on("2026-03-01")).toEqual([]);
});

test("a page counts all that match when asked, and only then", async () => {
  const gym = await gymOf(["A", "B", "C"].map((first_name) => ({ first_name })));
  const first = await call(contracts.listMembers, { with_total: true, limit: 2 }, as(gym));
  expect(first.total).toEqual({ count: 4, is_capped: false });
  const next = await call(
    contracts.listMembers,
    { with_total: true, limit: 2, cursor: first.next_cursor ?? "" },
    as(gym),
  );
  expect(next.total).toEqual({ count: 4, is_capped: false });
  expect((await call(contracts.listMembers, {}, as(gym))).total).toBeNull();
  expect((await call(contracts.listMembers, { q: "mina", with_total: true }, as(gym))).total?.count).toBe(1);
});

test("A1 a search in one gym never shows another gym's member", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  await newMember(other, { first_name: "Xanthippe" });
  expect((await call(contracts.listMembers, { q: "xanthippe" }, as(gym))).data).toEqual([]);
  expect((await call(contracts.listMembers, { q: "xanthippe" }, as(other))).data).toHaveLength(1);
});

async function gymOf(rows: Partial<typeof members.$inferInsert>[]): Promise<Gym> {
  const gym = await newGym();
  const { organization_id, location_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(members).values(
      rows.map((row, index) => {
        const first_name = row.first_name ?? "Alex";
        const person = { member_code: `TG-9${index}`, ...row, first_name };
        return {
          id: newId(),
          organization_id,
          home_location_id: location_id,
          joined_on: "2024-01-10",
          ...person,
          ...searchColumns(person),
        };
      }),
    ),
  );
  return gym;
}
