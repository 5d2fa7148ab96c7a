import type { Client } from "pg";
import { users } from "@/db/schema";
import { type Clock, systemClock } from "@/lib/kernel/clock";
import { withConnection } from "@/scripts/database/connect";
import { DEMO_ROOT } from "./accounts";
import { buildGym } from "./build-gym";
import { ironTemple } from "./gyms/iron-temple";
import { shaktiFitness } from "./gyms/shakti-fitness";
import { userRow } from "./locations";
import { demoPasswordHash } from "./password";
import { type StoreFile, writePictures } from "./pictures";
import { random } from "./random";
import { insertRows } from "./rows";
import { isoInstant, wallClock } from "./wall-clock";
import { writeGym } from "./write-gym";

export type SeedProgress = (label: string, done?: number, total?: number) => void;
/** Without `store` the demo has no pictures. */
type Options = { owner_url: string; clock?: Clock; store?: StoreFile };

const LOCK = 7_031_948_121;
const PLATFORM_DAYS_AGO = 1_600;

/** True without users. Users belong to no tenant, so row-level security does not hide them from the owner's role. */
export function isEmpty(owner_url: string): Promise<boolean> {
  return withConnection(owner_url, hasNoUsers);
}

async function hasNoUsers(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>("select not exists (select from users) as empty");
  return rows[0]?.empty ?? false;
}

/** Seeds two gyms in one transaction, so that a crash leaves an empty database. */
export async function seedDemo(
  { owner_url, clock = systemClock, store }: Options,
  onProgress: SeedProgress,
): Promise<void> {
  const now = clock.now();
  const password_hash = await demoPasswordHash();
  await withConnection(owner_url, async (client) => {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
    if (!(await hasNoUsers(client))) throw new Error("The demo needs an empty database. This one is in use.");
    await applyRowLevelSecurity(client);
    const wall = wallClock("UTC", now);
    const began_ms = wall.at(wall.ago(PLATFORM_DAYS_AGO), 0);
    const root = { id: random("platform").id(began_ms), email: DEMO_ROOT, name: "Sam Rivers" };
    await insertRows(client, users, [
      userRow({ ...root, at: isoInstant(began_ms), password_hash, is_super_admin: true }),
    ]);
    for (const gym of [ironTemple, shaktiFitness]) {
      onProgress(gym.name);
      const built = buildGym(gym, { now, password_hash });
      await writeGym(client, built, (part, done, all) => onProgress(`${gym.name}: ${all} ${part}`, done, all));
      if (store) await writePictures(client, built.organization, now.epochMilliseconds, store);
    }
    await client.query("commit");
    onProgress("statistics");
    await client.query("analyze");
  });
}

/** FORCE ROW LEVEL SECURITY also applies to an owner without BYPASSRLS. The seed then writes with the application's role. */
async function applyRowLevelSecurity(client: Client): Promise<void> {
  const { rows } = await client.query<{ free: boolean; member: boolean }>(
    `select rolsuper or rolbypassrls as free, pg_has_role(oid, 'fitflow_app', 'member') as member
     from pg_roles where rolname = current_user`,
  );
  if (rows[0]?.free) return;
  if (!rows[0]?.member) await client.query("grant fitflow_app to current_user");
  await client.query("set local role fitflow_app");
}
