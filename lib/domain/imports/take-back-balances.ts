import { sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { invoiceSettlements, invoices } from "@/db/schema";
import { sellerAt, sellersOf } from "@/lib/domain/billing/entities";
import { reversalsOf } from "@/lib/domain/billing/ledger";
import { userIdOf } from "@/lib/kernel/caller";
import type { Ctx } from "@/lib/kernel/operation";

const reason = "The import was undone";
const batchSize = 1_000;

/** The rows `r` of the import that opened a balance. */
const openingRows = ({ organization_id }: Ctx, import_id: string) => sql`
  import_rows r where r.organization_id = ${organization_id} and r.import_id = ${import_id} and r.status = 'created'`;

/** X9: a document is never deleted (L6), so the opening balances are voided. They owe nothing, and the ledger is as before. */
export async function takeBackBalances(ctx: Ctx, import_id: string): Promise<void> {
  while (await voidSome(ctx, import_id)) {}
  while (await withdrawSome(ctx, import_id)) {}
}

type Opened = { id: string; location_id: string; open_minor: number };

async function voidSome(ctx: Ctx, import_id: string): Promise<boolean> {
  const { db, organization_id } = ctx;
  const { rows } = await db.execute<Opened>(sql`
    select i.id, i.location_id, i.open_minor::float8 as open_minor from invoices i
    where i.organization_id = ${organization_id} and i.voided_at is null
      and i.id in (select r.invoice_id from ${openingRows(ctx, import_id)})
    order by i.id limit ${batchSize} for update`);
  if (rows.length === 0) return false;
  const todayAt = await localDays(ctx, rows);
  const [created_at, created_by] = [ctx.now.toString(), userIdOf(ctx.caller)];
  await insertRecords(
    ctx,
    invoiceSettlements,
    rows.map(({ id: invoice_id, location_id, open_minor: amount_minor }) => ({
      ...{ id: newId(), organization_id, invoice_id, kind: "void" as const, amount_minor, reason },
      ...{ settled_on: todayAt(location_id), created_by, created_at },
    })),
  );
  await reversalsOf(
    ctx,
    rows.map(({ id, location_id }) => ({ fact: `invoice:${id}`, as: `void:${id}`, booked_on: todayAt(location_id) })),
  );
  await db.execute(sql`
    update ${invoices} set voided_at = ${created_at}::timestamptz, void_reason = ${reason}, version = version + 1,
      updated_at = ${created_at}::timestamptz
    where organization_id = ${organization_id} and id = any(${sql.param(rows.map(({ id }) => id))}::uuid[])`);
  return true;
}

async function withdrawSome(ctx: Ctx, import_id: string): Promise<boolean> {
  const { db, organization_id } = ctx;
  const { rows } = await db.execute<Omit<Opened, "open_minor">>(sql`
    select c.id, c.location_id from account_credits c
    where c.organization_id = ${organization_id} and c.withdrawn_at is null
      and c.id in (select r.credit_id from ${openingRows(ctx, import_id)})
    order by c.id limit ${batchSize} for update`);
  if (rows.length === 0) return false;
  const todayAt = await localDays(ctx, rows);
  await reversalsOf(
    ctx,
    rows.map(({ id, location_id }) => ({
      ...{ fact: `import_credit:${id}`, as: `import_undone:${id}`, booked_on: todayAt(location_id) },
    })),
  );
  await db.execute(sql`
    update account_credits set remaining_minor = 0, withdrawn_at = ${ctx.now.toString()}::timestamptz
    where organization_id = ${organization_id} and id = any(${sql.param(rows.map(({ id }) => id))}::uuid[])`);
  return true;
}

async function localDays(ctx: Ctx, rows: readonly { location_id: string }[]): Promise<(location_id: string) => string> {
  const sellers = await sellersOf(
    ctx,
    rows.map(({ location_id }) => location_id),
  );
  return (location_id) => sellerAt(sellers, location_id).today;
}

/** A document names its member and its membership. Both stay without what the import brought: closed, and found by name only. */
export async function closeNamed({ db, organization_id, now }: Ctx, import_id: string): Promise<void> {
  const named = (column: "member_id" | "membership_id") => sql`
    select ${sql.raw(`r.${column}`)} from import_rows r where r.organization_id = ${organization_id} and r.import_id = ${import_id}
      and (r.invoice_id is not null or r.credit_id is not null)`;
  await db.execute(sql`
    update memberships set billing = null, next_bill_on = null, fee_due_on = null, import_id = null,
      cancelled_on = least(cancelled_on, starts_on), cancelled_at = ${now.toString()}::timestamptz, version = version + 1
    where organization_id = ${organization_id} and import_id = ${import_id} and id in (${named("membership_id")})`);
  await db.execute(sql`
    update members set archived_at = ${now.toString()}::timestamptz, import_id = null, email = null, phone = null, is_phone_known = null,
      birth_on = null, gender = null, address = null, notes = null, tags = '{}', emergency_contact_name = null,
      emergency_contact_phone = null, emergency_contact_relation = null, guardian_name = null, guardian_email = null,
      guardian_phone = null, marketing_consent_at = null, marketing_consent_source = null,
      member_code = 'undone-' || id, search_text = sort_name, version = version + 1
    where organization_id = ${organization_id} and import_id = ${import_id} and id in (${named("member_id")})`);
}

/** The first person of the import with whom money has moved since, and what has happened; null without one. */
export async function findCharged({ db, organization_id }: Ctx, import_id: string) {
  const rowsOf = sql`import_rows where organization_id = ${organization_id} and import_id = ${import_id} and status = 'created'`;
  // Not correlated, so that each is read once.
  const invoice_ids = sql`(select invoice_id from ${rowsOf} and invoice_id is not null)`;
  const credit_ids = sql`(select credit_id from ${rowsOf} and credit_id is not null)`;
  const ofMember = sql`x.organization_id = ${organization_id} and x.payer_member_id = m.id`;
  const is_new = sql`m.import_id = ${import_id}`;
  const { rows } = await db.execute<{ first_name: string; last_name: string; deed: string }>(sql`
    select m.first_name, m.last_name, done.deed
    from (select distinct member_id from ${rowsOf}) imported
    join members m on m.organization_id = ${organization_id} and m.id = imported.member_id
    cross join lateral (
      select 'has paid since' as deed where exists (select from payments x where ${ofMember} and ${is_new})
        or exists (select from invoices x join invoice_settlements s on s.organization_id = x.organization_id and s.invoice_id = x.id
          where ${ofMember} and s.kind <> 'void' and x.id in ${invoice_ids})
      union all
      select 'has been billed since' where exists (
        select from invoices x where ${ofMember} and ${is_new} and x.id not in ${invoice_ids})
        or exists (select from memberships s
          join invoice_lines l on l.organization_id = s.organization_id and l.membership_id = s.id
          where s.organization_id = ${organization_id} and s.member_id = m.id and s.import_id = ${import_id}
            and l.invoice_id not in ${invoice_ids})
      union all
      select 'has account credit since' where exists (
        select from account_credits x where ${ofMember} and ${is_new} and x.id not in ${credit_ids})
      union all
      select 'has used account credit since' where exists (
        select from account_credits x where ${ofMember} and x.remaining_minor < x.amount_minor and x.id in ${credit_ids})
      union all
      select 'pays for another membership' where exists (
        select from memberships x where ${ofMember} and ${is_new} and x.import_id is distinct from ${import_id})
    ) done
    limit 1`);
  return rows[0] ?? null;
}
