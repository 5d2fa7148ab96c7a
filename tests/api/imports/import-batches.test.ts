import { and, eq } from "drizzle-orm";
import pg from "pg";
import { expect, test } from "vitest";
import { imports } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { advanceImport } from "@/lib/domain/imports";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { csv, settled, uploadCsv } from "@/tests/support/gym/imports";
import { newPlan } from "@/tests/support/gym/plans";

type Sent = { text: string; turn: number };

let turn = 0;
let recorded = new Map<object, Sent[]>();

// A connection takes the function when it opens, so it is replaced before the first one.
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (this: object, ...given: unknown[]) {
  const [statement] = given as [string | { text: string; statements?: { text: string }[] }];
  const sent = typeof statement === "string" ? [{ text: statement }] : (statement.statements ?? [statement]);
  recorded.set(this, [...(recorded.get(this) ?? []), ...sent.map(({ text }) => ({ text, turn }))]);
  return Reflect.apply(query, this, given);
} as typeof query;

const fileOf = (rows: number) =>
  csv(
    "First name,Last name,Email,Mobile,Plan,Start date,Status",
    ...Array.from(
      { length: rows },
      (_, n) => `Ada,Okafor,ada${n}@example.com,+49 30 1234${1_000 + n},Gold,2025-01-10,${n % 2 ? "Frozen" : "Active"}`,
    ),
  );

/** Without the loop of the server, so that one batch runs alone. */
async function begin({ organization_id }: Gym, id: string, status: "checking" | "running"): Promise<void> {
  const tenant = { organization_id, user_id: null };
  await inTenant(tenant, (db) =>
    db
      .update(imports)
      .set({ status, processed_rows: 0 })
      .where(and(eq(imports.organization_id, organization_id), eq(imports.id, id))),
  );
}

/** The statements of the batch's transaction, each with the number of turns that the event loop had had. */
async function nextBatch(gym: Gym, id: string): Promise<Sent[]> {
  recorded = new Map();
  let is_over = false;
  const count = () => {
    turn++;
    if (!is_over) setImmediate(count);
  };
  setImmediate(count);
  try {
    await advanceImport(gym.people.gym_owner.caller, { id });
  } finally {
    is_over = true;
  }
  const sent = [...recorded.values()].find((all) => all.some(({ text }) => text === "savepoint batch")) ?? [];
  return sent.filter(({ text }) => !/^(begin|select set_config)/.test(text));
}

async function batchesOf(rows: number): Promise<{ check: Sent[]; run: Sent[] }> {
  const gym = await newGym();
  await newPlan(gym, { name: "Gold" });
  const { id } = await uploadCsv(gym, fileOf(rows));
  await begin(gym, id, "checking");
  const check = await nextBatch(gym, id);
  await settled(gym, id);
  await begin(gym, id, "running");
  return { check, run: await nextBatch(gym, id) };
}

const texts = (sent: Sent[]) => sent.map(({ text }) => text);

test("a batch sends the same statements for ten rows and for hundreds", async () => {
  const few = await batchesOf(10);
  const many = await batchesOf(450);
  expect(few.check.length).toBeGreaterThan(5);
  expect(texts(many.check)).toEqual(texts(few.check));
  expect(texts(many.run)).toEqual(texts(few.run));
});

/** Turns between the statements before and after the work on the rows. */
const turnsBefore = (sent: Sent[], start: string): number => {
  const at = sent.findIndex(({ text }) => text.trimStart().startsWith(start));
  return (sent[at]?.turn ?? 0) - (sent[at - 1]?.turn ?? 0);
};

test("other requests get their turn while a batch works on its rows", async () => {
  const { check, run } = await batchesOf(500);
  expect(turnsBefore(check, "insert into import_rows")).toBeGreaterThanOrEqual(9);
  expect(turnsBefore(run, 'insert into "members"')).toBeGreaterThanOrEqual(9);
  expect(turnsBefore(run, 'insert into "memberships"')).toBeGreaterThanOrEqual(9);
});
