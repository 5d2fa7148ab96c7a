import { and, eq, sql } from "drizzle-orm";
import { importRows, members, memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/imports";
import { Problem } from "@/lib/kernel/errors";
import { operation } from "@/lib/kernel/operation";
import { changeImport, lockImport, present } from "./find";

/** X9: all of it or nothing, until one of the members has checked in. */
export const undoImport = operation(contracts.undoImport, async (ctx, { id }) => {
  const record = await lockImport(ctx, id, ["done", "failed"]);
  const { db, organization_id } = ctx;
  const { rows } = await db.execute<{ name: string }>(sql`
    select trim(m.first_name || ' ' || m.last_name) as name from members m
    where m.organization_id = ${organization_id} and m.import_id = ${id} and exists (
      select 1 from check_ins c where c.organization_id = m.organization_id and c.member_id = m.id)
    limit 1`);
  if (rows[0]) {
    throw new Problem(
      "in_use",
      `${rows[0].name} has checked in since, so the import stays. Archive single members instead.`,
    );
  }
  await db
    .delete(memberships)
    .where(and(eq(memberships.organization_id, organization_id), eq(memberships.import_id, id)));
  await db.delete(members).where(and(eq(members.organization_id, organization_id), eq(members.import_id, id)));
  await db
    .update(importRows)
    .set({ status: "undone", member_id: null, membership_id: null })
    .where(
      and(
        eq(importRows.organization_id, organization_id),
        eq(importRows.import_id, id),
        eq(importRows.status, "created"),
      ),
    );
  const undone = await changeImport(ctx, record, { status: "undone", finished_at: ctx.now.toString() });
  ctx.audit({ target_type: "import", target_id: id, before: { status: record.status }, after: { status: "undone" } });
  return present(ctx, undone);
});
