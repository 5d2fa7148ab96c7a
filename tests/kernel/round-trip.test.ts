import { and, eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { locations } from "@/db/schema";
import { clientOf, inTenant, tenantQuery } from "@/db/tenancy";
import { sentMessages } from "@/tests/support/database/statements";
import { type Gym, newGym } from "@/tests/support/gym/gym";

const tenantOf = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
const isOwn = ({ organization_id, location_id }: Gym) =>
  and(eq(locations.organization_id, organization_id), eq(locations.id, location_id));

const rename = (gym: Gym, name: string) => ({
  text: "update locations set name = $3 where organization_id = $1::uuid and id = $2::uuid",
  values: [gym.organization_id, gym.location_id, name] as unknown[],
});

const nameOf = async (gym: Gym) => {
  const [row] = await inTenant(tenantOf(gym), (db) =>
    db.select({ name: locations.name }).from(locations).where(isOwn(gym)),
  );
  return row?.name;
};

/** The first word of each statement, by message to the server. */
const messagesOf = async (work: () => Promise<unknown>) =>
  (await sentMessages(work)).map((message) =>
    message.map(({ text }) => (text.includes("set_config") ? "settings" : text.trim().split(/\s/, 1)[0])),
  );

test("a write takes two messages: its transaction begins with the first statement and ends with the last", async () => {
  const gym = await newGym();
  const write = () =>
    inTenant(tenantOf(gym), async (db, _, defer) => {
      await db.select().from(locations).where(isOwn(gym));
      defer(rename(gym, "First"));
      defer(rename(gym, "Second"));
    });
  expect(await messagesOf(write)).toEqual([
    ["begin", "settings", "select"],
    ["update", "update", "commit"],
  ]);
  expect(await nameOf(gym)).toBe("Second");
});

test("a read takes one message for each statement, and a single statement one", async () => {
  const gym = await newGym();
  const read = () =>
    inTenant(
      tenantOf(gym),
      async (db) => {
        await db.select().from(locations).where(isOwn(gym));
        await db.select().from(locations).where(isOwn(gym));
      },
      { is_read: true },
    );
  expect(await messagesOf(read)).toEqual([
    ["settings", "select"],
    ["settings", "select"],
  ]);
  expect(await messagesOf(() => tenantQuery(gym.organization_id, rename(gym, "Alone")))).toEqual([
    ["settings", "update"],
  ]);
  expect(await nameOf(gym)).toBe("Alone");
});

test("work that sends nothing opens no transaction", async () => {
  const gym = await newGym();
  expect(await messagesOf(() => inTenant(tenantOf(gym), async () => "nothing"))).toEqual([]);
});

test("A1 each statement of a read sees the rows of its organization alone", async () => {
  const [gym, other] = await Promise.all([newGym(), newGym()]);
  const read = (of: Gym) => inTenant(tenantOf(of), (db) => db.select().from(locations), { is_read: true });
  for (const of of [gym, other, gym]) {
    expect((await read(of)).map(({ organization_id }) => organization_id)).toEqual([of.organization_id]);
  }
});

test("the database refuses a write in a read", async () => {
  const gym = await newGym();
  const before = await nameOf(gym);
  const write = inTenant(tenantOf(gym), (db) => db.update(locations).set({ name: "Written" }).where(isOwn(gym)), {
    is_read: true,
  });
  await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
  expect(await nameOf(gym)).toBe(before);
});

test.each<[string, unknown[]]>([
  ["the server refuses", ["not a uuid", "", ""]],
  ["cannot be written as text", [{ toPostgres: () => expect.fail("cannot be written") }, "", ""]],
])("a deferred statement that %s commits nothing", async (_, values) => {
  const gym = await newGym();
  const before = await nameOf(gym);
  const failing = () =>
    inTenant(tenantOf(gym), async (db, __, defer) => {
      await db.update(locations).set({ name: "Written" }).where(isOwn(gym));
      defer(rename(gym, "Deferred"));
      defer({ ...rename(gym, ""), values });
    });
  for (let time = 0; time < 3; time++) await expect(failing()).rejects.toThrow();
  expect(await nameOf(gym)).toBe(before);
});

test("an error in the first use of a prepared statement does not disturb its next uses", async () => {
  const gym = await newGym();
  const divide = (divisor: number) =>
    inTenant(tenantOf(gym), async (db) => {
      const { rows } = await db.execute<{ quotient: number }>(sql`select 12 / ${divisor}::int as quotient`);
      return rows[0]?.quotient;
    });
  for (const divisor of [0, 0, 0]) await expect(divide(divisor)).rejects.toMatchObject({ cause: { code: "22012" } });
  expect(await Promise.all([1, 2, 3, 4].map(divide))).toEqual([12, 6, 4, 3]);
});

test("bundles with instances of their own of these modules share the connections", async () => {
  const gym = await newGym();
  const before = await nameOf(gym);
  vi.resetModules();
  const other = await import("@/db/tenancy");
  expect(other.inTenant).not.toBe(inTenant);
  const names = await Promise.all(
    Array.from({ length: 30 }, () =>
      other.inTenant(tenantOf(gym), async (db) => {
        const { rows } = await clientOf(db).query<{ name: string }>(
          "select name from locations where organization_id = $1::uuid and id = $2::uuid",
          [gym.organization_id, gym.location_id],
        );
        return rows[0]?.name;
      }),
    ),
  );
  expect(new Set(names)).toEqual(new Set([before]));
  expect(await nameOf(gym)).toBe(before);
});
