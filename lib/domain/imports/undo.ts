import { and, eq, sql } from "drizzle-orm";
import { inBatches } from "@/db/in-batches";
import { importRows, members, memberships, messages } from "@/db/schema";
import * as contracts from "@/lib/contracts/imports/imports";
import { stopWaiting } from "@/lib/domain/messages/notifications";
import { Problem } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { fullName } from "@/lib/values/person-name";
import { changeImport, lockImport, present } from "./find";
import { isRowOf } from "./row-of";
import { closeNamed, findCharged, takeBackBalances } from "./take-back-balances";

/** X9: undoes the whole import, until one of its members has checked in, bought something or been charged. */
export const undoImport = operation(contracts.undoImport, async (ctx, { id }) => {
  const record = await lockImport(ctx, id, ["done", "failed"]);
  await refuseIfUsed(ctx, id);
  await detachDeniedEntries(ctx, id);
  await detachMessages(ctx, id);
  await takeBackBalances(ctx, id);
  await closeNamed(ctx, id);
  await deleteRows(ctx, memberships, id);
  await deleteRows(ctx, members, id);
  await removePlans(ctx, id);
  await markUndone(ctx, id);
  const undone = await changeImport(ctx, record, { status: "undone", finished_at: ctx.now.toString() });
  ctx.audit({ target_type: "import", target_id: id, before: { status: record.status }, after: { status: "undone" } });
  return present(ctx, undone);
});

async function refuseIfUsed(ctx: Ctx, import_id: string): Promise<void> {
  const { db, organization_id } = ctx;
  const ofImport = sql`m.organization_id = ${organization_id} and m.import_id = ${import_id}`;
  const { rows } = await db.execute<{ first_name: string; last_name: string; deed: string }>(sql`
    select m.first_name, m.last_name, 'has checked in since' as deed from members m
    where ${ofImport} and exists (
      select from check_ins c where c.organization_id = ${organization_id} and c.member_id = m.id)
    union all
    select p.first_name, p.last_name, 'has checked in on an imported membership' from memberships m
    join members p on p.organization_id = ${organization_id} and p.id = m.member_id
    where ${ofImport} and exists (
      select from check_ins c where c.organization_id = ${organization_id} and c.membership_id = m.id)
    union all
    select p.first_name, p.last_name, 'has renewed or transferred an imported membership' from memberships m
    join members p on p.organization_id = ${organization_id} and p.id = m.member_id
    where ${ofImport} and exists (
      select from memberships s where s.organization_id = ${organization_id} and s.import_id is distinct from ${import_id}
        and (s.renewed_from_id = m.id or s.transferred_from_id = m.id))
    union all
    select m.first_name, m.last_name, 'pays for the membership of another member' from members m
    where ${ofImport} and exists (
      select from memberships s where s.organization_id = ${organization_id} and s.payer_member_id = m.id
        and s.import_id is distinct from ${import_id})
    union all
    select m.first_name, m.last_name, 'has bought a membership since' from members m
    where ${ofImport} and exists (
      select from memberships s where s.organization_id = ${organization_id} and s.member_id = m.id
        and s.import_id is distinct from ${import_id})
    limit 1`);
  const person = rows[0] ?? (await findCharged(ctx, import_id));
  if (!person) return;
  const name = fullName(person.first_name, person.last_name);
  throw new Problem("in_use", `${name} ${person.deed}, so the import stays. Archive single members instead.`);
}

/** Retains the denied entry without its member. */
async function detachDeniedEntries({ db, organization_id }: Ctx, import_id: string): Promise<void> {
  await db.execute(sql`
    update denied_entries d set member_id = null from members m
    where d.organization_id = ${organization_id} and d.member_id = m.id
      and m.organization_id = ${organization_id} and m.import_id = ${import_id}`);
}

/** Sent messages remain in the log with their name and address. Waiting ones are cancelled. */
async function detachMessages(ctx: Ctx, import_id: string): Promise<void> {
  const { db, organization_id } = ctx;
  const theirs = and(eq(members.organization_id, messages.organization_id), eq(members.id, messages.member_id));
  await inBatches(async (limit) => {
    const some = await db
      .select({ id: messages.id })
      .from(messages)
      .innerJoin(members, theirs)
      .where(and(eq(messages.organization_id, organization_id), eq(members.import_id, import_id)))
      .limit(limit);
    const these = sql`${messages.id} = any(${sql.param(some.map(({ id }) => id))}::uuid[])`;
    await stopWaiting(ctx, these);
    return db
      .update(messages)
      .set({ member_id: null })
      .where(and(eq(messages.organization_id, organization_id), these));
  });
}

async function deleteRows(ctx: Ctx, table: typeof members | typeof memberships, import_id: string): Promise<void> {
  const { db, organization_id } = ctx;
  const ofImport = and(eq(table.organization_id, organization_id), eq(table.import_id, import_id));
  await inBatches((limit) => {
    const some = db.select({ id: table.id }).from(table).where(ofImport).limit(limit);
    return db.delete(table).where(and(ofImport, sql`${table.id} = any(array(${some}))`));
  });
}

/** Deletes the plans that the import created, except those with other memberships or used by another import. */
async function removePlans({ db, organization_id }: Ctx, import_id: string): Promise<void> {
  await db.execute(sql`
    delete from membership_plans p
    where p.organization_id = ${organization_id} and p.import_id = ${import_id}
      and not exists (select from memberships m where m.organization_id = ${organization_id} and m.plan_id = p.id)
      and not exists (
        select from imports i
        where i.organization_id = ${organization_id} and i.status not in ('done', 'undone') and i.id <> ${import_id}
          and (jsonb_path_exists(i.options -> 'plans', '$.* ? (@ == $plan)', jsonb_build_object('plan', p.id))
            or exists (select from import_rows r
              where r.organization_id = ${organization_id} and r.import_id = i.id and r.parsed ->> 'plan_id' = p.id::text)))`);
}

async function markUndone({ db, organization_id }: Ctx, import_id: string): Promise<void> {
  const created = isRowOf(organization_id, import_id, "created");
  await inBatches((limit) => {
    const some = db.select({ row_number: importRows.row_number }).from(importRows).where(created).limit(limit);
    return db
      .update(importRows)
      .set({ status: "undone", member_id: null, membership_id: null })
      .where(and(created, sql`${importRows.row_number} = any(array(${some}))`));
  });
}
