import { and, desc, inArray, sql } from "drizzle-orm";
import { messages, outboxMails } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/messages/outbox";
import { listRunningOrganizations } from "@/lib/domain/organization";
import type { Caller } from "@/lib/kernel/caller";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { type Found, findKept, type Place } from "./find-kept";
import { bind, type Kept, keptMail, keptMessage, keptOfMail, keptOfMessage } from "./kept";
import { isAtThisMachine, refuseStrangers } from "./reader";

type Gyms = Awaited<ReturnType<typeof listRunningOrganizations>>;

/** Account mails and every gym's messages in one order. */
export const listOutbox = operation(
  contracts.listOutbox,
  async ({ db, prepared: gyms }: Ctx<Gyms>, { limit, cursor, channel }) => {
    const older_than = cursor ? placeOf(cursor) : undefined;
    const mails = channel === undefined || channel === "email" ? await accountMails(db, limit, older_than) : [];
    const ids = gyms.map(({ id }) => id);
    const found = await findKept(db, ids, { channel, older_than, limit: limit + 1 });
    const newest = [...mails, ...found].sort(newestFirst).slice(0, limit + 1);
    const { data, next_cursor } = toPage(newest, limit, (one) => [one.created_at, one.id]);
    const whole = await wholeOf(db, gyms, data.filter(isFound));
    return { data: data.flatMap((one) => (isFound(one) ? (whole.get(one.id) ?? []) : one)), next_cursor };
  },
  { prepare: gymsOf },
);

function placeOf(cursor: string): Place {
  const [created_at, id] = decodeCursor(cursor, 2);
  return { created_at: String(created_at), id: String(id) };
}

const isFound = (one: Kept | Found): one is Found => "organization_id" in one;

const newestFirst = (a: Place, b: Place): number =>
  a.created_at === b.created_at ? after(a.id, b.id) : after(a.created_at, b.created_at);

const after = (a: string, b: string): number => (a < b ? 1 : -1);

async function accountMails(db: Database, limit: number, older_than: Place | undefined): Promise<Kept[]> {
  const { created_at, id } = outboxMails;
  const older =
    older_than && sql`(${created_at}, ${id}) < (${older_than.created_at}::timestamptz, ${older_than.id}::uuid)`;
  const mails = await db
    .select()
    .from(outboxMails)
    .where(and(keptMail, older))
    .orderBy(desc(created_at), desc(id))
    .limit(limit + 1);
  return mails.map(keptOfMail);
}

/** Only the gyms that have something on this page are gone into. */
async function wholeOf(db: Database, gyms: Gyms, found: readonly Found[]): Promise<Map<string, Kept>> {
  const whole = new Map<string, Kept>();
  for (const gym of gyms) {
    const ids = found.filter(({ organization_id }) => organization_id === gym.id).map(({ id }) => id);
    if (ids.length === 0) continue;
    await bind(db, gym.id);
    const rows = await db
      .select()
      .from(messages)
      .where(and(keptMessage(gym), inArray(messages.id, ids)));
    for (const row of rows) whole.set(row.id, keptOfMessage(row, gym.name));
  }
  return whole;
}

/** A11: an administrator from elsewhere reads what belongs to accounts, and no gym's messages. */
export async function gymsOf(caller: Caller): Promise<Gyms> {
  refuseStrangers(caller);
  return isAtThisMachine(caller) ? listRunningOrganizations() : [];
}
