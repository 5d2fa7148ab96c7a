import { and, desc, eq } from "drizzle-orm";
import { auditEntries } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Gym } from "./gym";

/** The rows that an action left in a gym's trail, the newest first. */
export function auditOf({ organization_id }: Pick<Gym, "organization_id">, action: string) {
  return inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.organization_id, organization_id), eq(auditEntries.action, action)))
      .orderBy(desc(auditEntries.at), desc(auditEntries.id)),
  );
}
