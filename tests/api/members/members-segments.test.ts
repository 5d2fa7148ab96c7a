import { expect, test } from "vitest";
import {
  createSegment,
  deleteSegment,
  getSegment,
  listSegments,
  updateSegment,
} from "@/lib/contracts/members/member-segments";
import { createMember, exportMembers, listMembers, listMemberTags } from "@/lib/contracts/members/members";
import { formatCsvLine } from "@/lib/values/csv-line";
import { auditOf } from "@/tests/support/gym/audit-entries";
import { type Gym, newGym, newMember } from "@/tests/support/gym/gym";
import { newMembership } from "@/tests/support/gym/visits";
import { call, refusal, send } from "@/tests/support/http/api";

const as = (gym: Gym, role: keyof Gym["people"] = "gym_owner") => ({ token: gym.people[role].token });

test("Q6 a segment's count is the number of rows that its filters list", async () => {
  const gym = await newGym();
  for (const first_name of ["Ana", "Abe", "Cem"]) {
    const id = await newMember(gym, { first_name, tags: first_name === "Cem" ? [] : ["Evening"] });
    await newMembership(gym, id, first_name === "Abe" ? { ends_on: "2026-01-31" } : {});
  }
  const filters = { tag: ["Evening"], status: ["active" as const] };
  await call(createSegment, { name: "Evening lifters", filters }, as(gym));
  await call(createSegment, { name: "All the As", filters: { q: "a" } }, as(gym));
  const { data } = await call(listSegments, { with_counts: true }, as(gym, "trainer"));
  expect(data.map(({ name, members }) => [name, members?.count])).toEqual([
    ["All the As", 2],
    ["Evening lifters", 1],
  ]);
  expect((await call(listMembers, filters, as(gym))).data.map(({ first_name }) => first_name)).toEqual(["Ana"]);
  expect((await call(listSegments, {}, as(gym))).data[0]?.members).toBeNull();
});

test("a segment has a name of its own, at least one filter, and none that the list does not know", async () => {
  const gym = await newGym();
  const made = await call(createSegment, { name: "Trials", filters: { status: ["trial"] } }, as(gym));
  expect((await refusal(createSegment, { name: "TRIALS", filters: { q: "x" } }, as(gym))).code).toBe("already_exists");
  expect((await refusal(createSegment, { name: "Empty", filters: {} }, as(gym))).errors?.[0]).toEqual({
    field: "filters",
    message: "Give at least one filter",
  });
  expect((await refusal(createSegment, { name: "Odd", filters: { shoe_size: 9 } }, as(gym))).status).toBe(422);
  const renamed = await call(updateSegment, { id: made.id, name: "Free trials" }, as(gym));
  expect([renamed.name, renamed.filters, renamed.version]).toEqual(["Free trials", { status: ["trial"] }, 2]);
  await call(deleteSegment, { id: made.id }, as(gym));
  expect((await refusal(getSegment, { id: made.id }, as(gym))).status).toBe(404);
  expect((await auditOf(gym, "member_segments.delete"))[0]?.before).toEqual({
    name: "Free trials",
    filters: { status: ["trial"] },
  });
});

test("tags in use are counted, the most used first", async () => {
  const gym = await newGym();
  await newMember(gym, { tags: ["Knee", "Evening"] });
  await newMember(gym, { tags: ["Knee"] });
  expect((await call(listMemberTags, {}, as(gym))).data).toEqual([
    { tag: "Knee", members: 2 },
    { tag: "Evening", members: 1 },
  ]);
});

test("a tag with a comma, which a query string could not name, is refused", async () => {
  const gym = await newGym();
  const { errors } = await refusal(createMember, { first_name: "Ana", tags: ["a,b"] }, as(gym));
  expect(errors?.[0]).toEqual({ field: "tags.0", message: "A tag must not contain commas" });
});

test("Q10 the export holds the rows of the list, and no cell that a spreadsheet would run", async () => {
  const gym = await newGym();
  const id = await newMember(gym, {
    first_name: '=HYPERLINK("http://evil")',
    last_name: 'Ünal, "Bo"',
    phone: "+14155550132",
    email: "bo@example.com",
    member_code: "TG-0007",
    tags: ["Knee", "Evening"],
    birth_on: "1990-03-02",
  });
  await newMembership(gym, id, { plan_name: "Unlimited" });
  await newMember(gym, { first_name: "Elsewhere" });
  const answer = await send(exportMembers, { status: "active" }, as(gym));
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="members-\d{4}-\d\d-\d\d\.csv"$/);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.subarray(3).toString("utf8")).toBe(
    "number,first_name,last_name,email,phone,status,plans,location,joined_on,birth_on,last_visit_at,tags\r\n" +
      `TG-0007,"'=HYPERLINK(""http://evil"")","Ünal, ""Bo""",bo@example.com,'+14155550132,active,Unlimited,Main,2024-01-10,1990-03-02,,"Knee, Evening"\r\n`,
  );
  const [entry] = await auditOf(gym, "members.export");
  expect(entry?.after).toEqual({ filters: { status: ["active"] } });
  expect((await refusal(exportMembers, {}, as(gym, "receptionist"))).status).toBe(403);
});

test("Q10 an export of more than one page lists every member once", async () => {
  const gym = await newGym();
  await Promise.all(Array.from({ length: 30 }, () => newMember(gym, { first_name: "Same", last_name: "Name" })));
  const { newId } = await import("@/db/id");
  const { members } = await import("@/db/schema");
  const { inTenant } = await import("@/db/tenancy");
  const { searchColumns } = await import("@/lib/domain/members");
  const { organization_id, location_id } = gym;
  await inTenant({ organization_id, user_id: null }, (db) =>
    db.insert(members).values(
      Array.from({ length: 1_000 }, (_, index) => ({
        id: newId(),
        organization_id,
        member_code: `X-${index}`,
        first_name: "Same",
        last_name: "Name",
        home_location_id: location_id,
        joined_on: "2025-01-01",
        ...searchColumns({ first_name: "Same", last_name: "Name" }),
      })),
    ),
  );
  const text = await (await send(exportMembers, {}, as(gym))).text();
  const numbers = text
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(",")[0]);
  expect([numbers.length, new Set(numbers).size]).toEqual([1_031, 1_031]);
});

test.each([
  ["=1+1", "'=1+1"],
  ["+49 171", "'+49 171"],
  ["-5", "'-5"],
  ["@cmd", "'@cmd"],
  ["\t=1", "'\t=1"],
  ["plain", "plain"],
  ["a,b", '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ["two\nlines", '"two\nlines"'],
  [null, ""],
])("Q10 the cell %j is written as %s", (cell, expected) => {
  expect(formatCsvLine([cell])).toBe(`${expected}\r\n`);
});
