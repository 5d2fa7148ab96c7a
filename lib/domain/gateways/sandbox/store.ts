import { and, asc, desc, eq, gte, isNull, lte, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { sandboxEvents, sandboxObjects } from "@/db/schema";
import { type Database, inTenant } from "@/db/tenancy";
import { sandboxReported } from "@/lib/domain/gateways/events";
import { systemClock } from "@/lib/kernel/clock";
import { type EventDefinition, eventOf } from "@/lib/kernel/events";
import { type OutgoingEvent, recordEvents, sendSoon } from "@/lib/kernel/outbox";
import type {
  AnySandboxObject,
  SandboxKind,
  SandboxObject,
  SandboxStore,
  SandboxTransaction,
} from "@/lib/providers/payments/sandbox";

/** The gateway whose vendor is played. */
export type SandboxKey = { organization_id: string; gateway_id: string };

/** The vendor's database, in transactions of its own. For the core, which calls a vendor outside of its transactions. */
export const sandboxStore = (key: SandboxKey): SandboxStore => ({
  async transaction(work) {
    const { organization_id, gateway_id } = key;
    let outgoing: OutgoingEvent[] = [];
    const result = await inTenant({ organization_id, user_id: null }, async (db) => {
      let has_reported = false;
      const answer = await locked(db, key, work, () => {
        has_reported = true;
      });
      const events: ReturnType<typeof eventOf<EventDefinition>>[] = has_reported
        ? [eventOf(sandboxReported, { gateway_id })]
        : [];
      outgoing = await recordEvents(db, organization_id, events);
      return answer;
    });
    sendSoon(outgoing);
    return result;
  },
});

/** The vendor's database in an open transaction. For operations that are the vendor's own. */
export const sandboxStoreWithin = (db: Database, key: SandboxKey, onReport: () => void): SandboxStore => ({
  transaction: (work) => locked(db, key, work, onReport),
});

/** The calls of an account happen one after another. */
async function locked<T>(
  db: Database,
  key: SandboxKey,
  work: (tx: SandboxTransaction) => Promise<T>,
  onReport: () => void,
): Promise<T> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sandbox ${key.gateway_id}`}, 0))`);
  return work(transactionOn(db, key, onReport));
}

function transactionOn(
  db: Database,
  { organization_id, gateway_id }: SandboxKey,
  onReport: () => void,
): SandboxTransaction {
  const t = sandboxObjects;
  const own = and(eq(t.organization_id, organization_id), eq(t.gateway_id, gateway_id));
  const ofKind = (kind: SandboxKind) => and(own, eq(t.kind, kind));
  return {
    async find(kind, ref) {
      const [row] = await db
        .select()
        .from(t)
        .where(and(ofKind(kind), eq(t.ref, ref)));
      return row ? objectOf(row) : null;
    },
    async findByOwner(kind, owner_ref) {
      const [row] = await db
        .select()
        .from(t)
        .where(and(ofKind(kind), eq(t.owner_ref, owner_ref)))
        .orderBy(desc(t.created_at), desc(t.id))
        .limit(1);
      return row ? objectOf(row) : null;
    },
    async listByParent(kind, parent_ref) {
      const rows = await db
        .select()
        .from(t)
        .where(and(ofKind(kind), eq(t.parent_ref, parent_ref)))
        .orderBy(asc(t.created_at), asc(t.id));
      return rows.map((row) => objectOf(row));
    },
    async listUnpaidItems() {
      const rows = await db
        .select()
        .from(t)
        .where(and(ofKind("balance_item"), isNull(t.parent_ref)))
        .orderBy(asc(t.created_at), asc(t.id));
      return rows.map((row) => objectOf(row));
    },
    async listPayouts(from_on) {
      const rows = await db
        .select()
        .from(t)
        .where(and(ofKind("payout"), gte(t.created_at, `${from_on}T00:00:00Z`)))
        .orderBy(asc(t.created_at), asc(t.id));
      return rows.map((row) => objectOf(row));
    },
    async nextDue(at) {
      const [row] = await db
        .select()
        .from(t)
        .where(and(own, lte(t.due_at, at.toString())))
        .orderBy(asc(t.due_at), asc(t.id))
        .limit(1);
      return row ? (objectOf(row) as AnySandboxObject) : null;
    },
    async save({ ref, kind, data, owner_ref, parent_ref, due_at, created_at }) {
      const changed = { data: data as unknown as Record<string, unknown>, parent_ref, due_at };
      await db
        .insert(t)
        .values({ organization_id, gateway_id, kind, ref, owner_ref, created_at, updated_at: created_at, ...changed })
        .onConflictDoUpdate({
          target: [t.organization_id, t.gateway_id, t.kind, t.ref],
          set: { ...changed, updated_at: systemClock.now().toString() },
        });
    },
    async emit({ type, subject, ref, created_at, due_at, deliveries }) {
      await db
        .insert(sandboxEvents)
        .values({ id: newId(), organization_id, gateway_id, type, subject, ref, created_at, due_at, deliveries });
      if (due_at) onReport();
    },
  };
}

export function objectOf<K extends SandboxKind>(row: typeof sandboxObjects.$inferSelect): SandboxObject<K> {
  const { ref, kind, data, owner_ref, parent_ref, due_at, created_at } = row;
  return { ref, kind, data, owner_ref, parent_ref, due_at, created_at } as unknown as SandboxObject<K>;
}
