import { drizzle } from "drizzle-orm/node-postgres";
import type { Client } from "pg";
import { Temporal } from "temporal-polyfill";
import { isoInstant } from "@/db/seed/wall-clock";
import type { Database } from "@/db/tenancy";
import { type Caller, type OrganizationCard, systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import type { Ctx } from "@/lib/kernel/operation";

export type Actor = { id: string; name: string; email: string } | null;

/** The context of an operation at an instant of the past, in the transaction of the seed. Null acts as a job. */
export type ContextAt = (at_ms: number, actor: Actor) => Ctx;

/** Events and signals are dropped, so the demo data sends no messages. */
export function contextsOf(client: Client, organization: OrganizationCard): ContextAt {
  const db = drizzle(client) as unknown as Database;
  return (at_ms, actor) => {
    const at = isoInstant(at_ms);
    const caller: Caller = systemCaller("Demo", organization, fixedClock(at));
    return {
      caller: actor ? { ...caller, actor: { type: "user", ...actor } } : caller,
      ...{ db, organization, organization_id: organization.id, now: Temporal.Instant.from(at) },
      ...{ prepared: undefined, upload: undefined },
      audit() {},
      emit() {},
      signal() {},
      defer: (statement) => void client.query(statement.text, statement.values),
      expectVersion() {},
    };
  };
}
