import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { imports } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { listStaffNotices } from "@/lib/contracts/messages/staff-notices";
import { resumeImports } from "@/lib/domain/imports";
import { systemCaller } from "@/lib/kernel/caller";
import { systemClock } from "@/lib/kernel/clock";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { csv, settled, uploadCsv } from "@/tests/support/gym/imports";
import { call } from "@/tests/support/http/api";

const inGym = ({ organization_id }: Gym) => ({ organization_id, user_id: null });
const noticesOf = async (gym: Gym) =>
  (await call(listStaffNotices, {}, { token: gym.people.gym_owner.token })).data.map(({ kind, title }) => [
    kind,
    title,
  ]);

test("an import that a crash left in the middle goes on by itself", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, csv("First name,Last name,Email", "Ana,Lima,ana@example.com"));
  await stall(gym, id, { status: "checking", processed_rows: 0 }, { minutes: 3 });
  await resumeImports(systemCaller("Imports", gym.organization));
  expect((await settled(gym, id)).status).toBe("checked");
});

test("an import without progress for an hour fails, and its author is notified", async () => {
  const gym = await newGym();
  const { id } = await uploadCsv(gym, csv("First name,Last name,Email", "Ana,Lima,ana@example.com"));
  await stall(gym, id, { status: "running", mapping: "no mapping" as never }, { minutes: 61 });
  await resumeImports(systemCaller("Imports", gym.organization));
  const [row] = await inTenant(inGym(gym), (db) => db.select().from(imports).where(eq(imports.id, id)));
  expect([row?.status, row?.failure]).toEqual([
    "failed",
    "The import made no progress for an hour. Start it again to continue.",
  ]);
  expect(await noticesOf(gym)).toEqual([["import_failed", "The import of members.csv has stopped"]]);
});

async function stall(gym: Gym, id: string, fields: Partial<typeof imports.$inferInsert>, ago: { minutes: number }) {
  const updated_at = systemClock.now().subtract(ago).toString();
  await inTenant(inGym(gym), (db) =>
    db
      .update(imports)
      .set({ ...fields, updated_at })
      .where(eq(imports.id, id)),
  );
}
