import { and, desc, eq, sql } from "drizzle-orm";
import { messages, outboxMails } from "@/db/schema";
import * as contracts from "@/lib/contracts/outbox";
import { listRunningOrganizations } from "@/lib/domain/organizations";
import type { Caller } from "@/lib/kernel/caller";
import { decodeCursor, toPage } from "@/lib/kernel/cursor";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { bind, type Kept, keptMail, keptMessage, keptOfMail, keptOfMessage } from "./kept";
import { refuseStrangers } from "./reader";

type Gyms = Awaited<ReturnType<typeof listRunningOrganizations>>;

/** Account mails and every gym's messages in one order. Each gym is asked from within, as row-level security wants it. */
export const listOutbox = operation(
  contracts.listOutbox,
  async (ctx: Ctx<Gyms>, { limit, cursor, channel }) => {
    const { db } = ctx;
    const [created_at, id] = cursor ? decodeCursor(cursor, 2) : [];
    const older = (table: typeof messages | typeof outboxMails) =>
      cursor ? sql`(${table.created_at}, ${table.id}) < (${created_at}::timestamptz, ${id}::uuid)` : undefined;
    const kept: Kept[] = [];
    if (channel === undefined || channel === "email") {
      const mails = await db
        .select()
        .from(outboxMails)
        .where(and(keptMail, older(outboxMails)))
        .orderBy(desc(outboxMails.created_at), desc(outboxMails.id))
        .limit(limit + 1);
      kept.push(...mails.map(keptOfMail));
    }
    for (const gym of ctx.prepared) {
      await bind(db, gym.id);
      const rows = await db
        .select()
        .from(messages)
        .where(and(keptMessage(gym), channel ? eq(messages.channel, channel) : undefined, older(messages)))
        .orderBy(desc(messages.created_at), desc(messages.id))
        .limit(limit + 1);
      kept.push(...rows.map((row) => keptOfMessage(row, gym.name)));
    }
    const newest = kept.sort((a, b) =>
      a.created_at === b.created_at ? after(a.id, b.id) : after(a.created_at, b.created_at),
    );
    return toPage(newest, limit, (one) => [one.created_at, one.id]);
  },
  { prepare: gymsOf },
);

const after = (a: string, b: string): number => (a < b ? 1 : -1);

export async function gymsOf(caller: Caller): Promise<Gyms> {
  refuseStrangers(caller);
  return listRunningOrganizations();
}
