import { and, desc, inArray, sql } from "drizzle-orm";
import { messages, outboxMails } from "@/db/schema";
import type { Database } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/messages/outbox";
import { withoutSecrets } from "@/lib/domain/messages/notifications";
import { listActiveOrganizations } from "@/lib/domain/organization";
import type { Caller } from "@/lib/kernel/caller";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { isLocalCaller, requireOutboxAccess } from "./access";
import {
  bindOrganization,
  entryOfMail,
  entryOfMessage,
  isLocalMail,
  isLocalMessage,
  type OutboxEntry,
} from "./entries";
import { type EntryKey, findKeys, type Position } from "./find-keys";

type Gyms = Awaited<ReturnType<typeof listActiveOrganizations>>;

/** Account mails and the messages of all organizations, newest first. */
export const listOutbox = operation(
  contracts.listOutbox,
  async ({ db, prepared: gyms }: Ctx<Gyms>, { limit, cursor, channel }) => {
    const older_than = cursor ? positionOf(cursor) : undefined;
    const mails = channel === undefined || channel === "email" ? await accountMails(db, limit, older_than) : [];
    const ids = gyms.map(({ id }) => id);
    const found = await findKeys(db, ids, { channel, older_than, limit: limit + 1 });
    const newest = [...mails, ...found].sort(newestFirst).slice(0, limit + 1);
    const { data, next_cursor } = toPage(newest, limit, (one) => [one.created_at, one.id]);
    const entries = await loadEntries(db, gyms, data.filter(isKey));
    return { data: data.flatMap((one) => (isKey(one) ? (entries.get(one.id) ?? []) : one)), next_cursor };
  },
  { prepare: readableGyms },
);

function positionOf(cursor: string): Position {
  const [created_at, id] = decodeCursor(cursor, 2);
  return { created_at: String(created_at), id: String(id) };
}

const isKey = (one: OutboxEntry | EntryKey): one is EntryKey => "organization_id" in one;

const newestFirst = (a: Position, b: Position): number =>
  a.created_at === b.created_at ? after(a.id, b.id) : after(a.created_at, b.created_at);

const after = (a: string, b: string): number => (a < b ? 1 : -1);

async function accountMails(db: Database, limit: number, older_than: Position | undefined): Promise<OutboxEntry[]> {
  const { created_at, id } = outboxMails;
  const older =
    older_than && sql`(${created_at}, ${id}) < (${older_than.created_at}::timestamptz, ${older_than.id}::uuid)`;
  const mails = await db
    .select()
    .from(outboxMails)
    .where(and(isLocalMail, older))
    .orderBy(desc(created_at), desc(id))
    .limit(limit + 1);
  return mails.map(entryOfMail);
}

/** Reads only the organizations with entries on this page. */
async function loadEntries(db: Database, gyms: Gyms, found: readonly EntryKey[]): Promise<Map<string, OutboxEntry>> {
  const entries = new Map<string, OutboxEntry>();
  for (const gym of gyms) {
    const ids = found.filter(({ organization_id }) => organization_id === gym.id).map(({ id }) => id);
    if (ids.length === 0) continue;
    await bindOrganization(db, gym.id);
    const rows = await db
      .select()
      .from(messages)
      .where(and(isLocalMessage(gym), inArray(messages.id, ids)));
    for (const row of rows) entries.set(row.id, entryOfMessage(withoutSecrets(row), gym.name));
  }
  return entries;
}

/** A11: a remote administrator reads account mails only, not the organizations' messages. */
export async function readableGyms(caller: Caller): Promise<Gyms> {
  requireOutboxAccess(caller);
  return isLocalCaller(caller) ? listActiveOrganizations() : [];
}
