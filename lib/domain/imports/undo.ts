import { and, eq, sql } from "drizzle-orm";
import { importRows, members, memberships } from "@/db/schema";
import * as contracts from "@/lib/contracts/imports";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
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
  await removeAll(ctx, memberships, id);
  await removeAll(ctx, members, id);
  await markUndone(ctx, id);
  const undone = await changeImport(ctx, record, { status: "undone", finished_at: ctx.now.toString() });
  ctx.audit({ target_type: "import", target_id: id, before: { status: record.status }, after: { status: "undone" } });
  return present(ctx, undone);
});

const rowsPerStatement = 5_000;

/** Each statement stays well within its time limit, however many rows the import created. */
async function removeAll(ctx: Ctx, table: typeof members | typeof memberships, import_id: string): Promise<void> {
  const { db, organization_id } = ctx;
  const ofImport = and(eq(table.organization_id, organization_id), eq(table.import_id, import_id));
  for (let removed = rowsPerStatement; removed === rowsPerStatement; ) {
    const some = db.select({ id: table.id }).from(table).where(ofImport).limit(rowsPerStatement);
    const { rowCount } = await db.delete(table).where(and(ofImport, sql`${table.id} = any(array(${some}))`));
    removed = rowCount ?? 0;
  }
}

async function markUndone({ db, organization_id }: Ctx, import_id: string): Promise<void> {
  const created = and(
    eq(importRows.organization_id, organization_id),
    eq(importRows.import_id, import_id),
    eq(importRows.status, "created"),
  );
  for (let marked = rowsPerStatement; marked === rowsPerStatement; ) {
    const some = db
      .select({ row_number: importRows.row_number })
      .from(importRows)
      .where(created)
      .limit(rowsPerStatement);
    const { rowCount } = await db
      .update(importRows)
      .set({ status: "undone", member_id: null, membership_id: null })
      .where(and(created, sql`${importRows.row_number} = any(array(${some}))`));
    marked = rowCount ?? 0;
  }
}
