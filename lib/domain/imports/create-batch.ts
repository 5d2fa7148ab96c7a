import { and, asc, eq, sql } from "drizzle-orm";
import { newId } from "@/db/id";
import { insertRecords } from "@/db/insert-records";
import { importRows, members } from "@/db/schema";
import { searchColumns, takeMemberCodes } from "@/lib/domain/members";
import type { Ctx } from "@/lib/kernel/operation";
import { createMemberships, type ReadyRow } from "./create-memberships";
import { membershipsImported } from "./events";
import type { ImportRecord } from "./find";
import { openBalances } from "./opening-balances";
import { isRowOf } from "./row-of";
import { mapInSlices } from "./slices";
import { saveCreated } from "./write-rows";

type CreateCtx = Ctx<unknown>;

const rowsPerBatch = 500;

/**
 * Creates the members and memberships of the next ready rows. Sends no message (P10), except the welcome message if it was
 * selected. Bills nothing (X3): what was owed before becomes opening balances.
 */
export async function createBatch(ctx: CreateCtx, record: ImportRecord): Promise<number> {
  const rows = (await ctx.db
    .select({ row_number: importRows.row_number, parsed: importRows.parsed })
    .from(importRows)
    .where(isRowOf(ctx.organization_id, record.id, "ready"))
    .orderBy(asc(importRows.row_number))
    .limit(rowsPerBatch)) as unknown as ReadyRow[];
  if (rows.length === 0) return 0;
  const created = await createMembers(
    ctx,
    record,
    rows.filter(({ parsed }) => !parsed.joins_member),
  );
  // After the insert, because the first row of the pair may be in this batch.
  const joined = await membersByEmail(
    ctx,
    rows.filter(({ parsed }) => parsed.joins_member),
  );
  const done = rows.map(({ row_number, parsed }) => ({
    row_number,
    member_id: created.get(row_number) ?? joined.get(parsed.email ?? "") ?? null,
    ...{ membership_id: null, invoice_id: null, credit_id: null },
  }));
  const complete = await openBalances(ctx, rows, await createMemberships(ctx, record, rows, done));
  await saveCreated(ctx, record.id, complete);
  const membership_ids = complete.flatMap(({ membership_id }) => membership_id ?? []);
  if (record.options.send_welcome && membership_ids.length > 0) {
    ctx.emit(membershipsImported, { import_id: record.id, membership_ids });
  }
  return rows.length;
}

async function membersByEmail({ db, organization_id }: CreateCtx, rows: ReadyRow[]): Promise<Map<string, string>> {
  const emails = rows.flatMap(({ parsed }) => parsed.email ?? []);
  if (emails.length === 0) return new Map();
  const found = await db
    .select({ id: members.id, email: members.email })
    .from(members)
    .where(
      and(eq(members.organization_id, organization_id), sql`${members.email} = any(${sql.param(emails)}::text[])`),
    );
  return new Map(found.map(({ id, email }) => [email ?? "", id]));
}

async function createMembers(ctx: CreateCtx, record: ImportRecord, rows: ReadyRow[]): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  if (rows.length === 0) return ids;
  const { organization_id } = ctx;
  const codes = await takeMemberCodes(ctx, rows.filter(({ parsed }) => parsed.member_code === null).length);
  const now = ctx.now.toString();
  let next_code = 0;
  const values = await mapInSlices(rows, ({ row_number, parsed }) => {
    const id = newId();
    ids.set(row_number, id);
    const member_code = parsed.member_code ?? codes[next_code++] ?? "";
    return memberOf(parsed, { id, organization_id, import_id: record.id, member_code, now });
  });
  await insertRecords(ctx, members, values);
  return ids;
}

type Made = { id: string; organization_id: string; import_id: string; member_code: string; now: string };

/** Without spreads, because it is built for every row. */
function memberOf(parsed: ReadyRow["parsed"], { id, organization_id, import_id, member_code, now }: Made) {
  const { first_name, last_name, email, phone, marketing_consent, joined_on, membership } = parsed;
  const { search_text, sort_name } = searchColumns({ first_name, last_name, email, phone, member_code });
  return {
    id,
    organization_id,
    import_id,
    member_code,
    first_name,
    last_name,
    email,
    phone,
    is_phone_known: null,
    birth_on: parsed.birth_on,
    gender: parsed.gender,
    address: parsed.address,
    notes: parsed.notes,
    tags: parsed.tags,
    home_location_id: parsed.location_id,
    joined_on: joined_on ?? membership?.starts_on ?? now.slice(0, 10),
    emergency_contact_name: parsed.emergency_contact_name,
    emergency_contact_phone: parsed.emergency_contact_phone,
    emergency_contact_relation: parsed.emergency_contact_relation,
    guardian_name: parsed.guardian_name,
    guardian_email: parsed.guardian_email,
    guardian_phone: parsed.guardian_phone,
    marketing_consent_at: marketing_consent ? now : null,
    marketing_consent_source: marketing_consent ? ("import" as const) : null,
    search_text,
    sort_name,
  };
}
