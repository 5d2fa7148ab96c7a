import { type SQL, sql } from "drizzle-orm";
import { bulkMessages } from "@/db/schema";
import type { Caller } from "@/lib/kernel/caller";

/** A3: a bound caller sees bulk messages that were written for their locations only. */
export const bulkWithinReach = (location_ids: Caller["location_ids"]): SQL | undefined =>
  location_ids === null ? undefined : sql`${bulkMessages.location_ids} <@ ${sql.param([...location_ids])}::uuid[]`;
