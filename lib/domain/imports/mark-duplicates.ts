import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/kernel/operation";
import type { ImportRecord, Options } from "./find";

type Scope = Pick<Ctx<unknown>, "db" | "organization_id">;

const message: Record<"email" | "code", string> = {
  email: "Somebody else has this e-mail already. Say whether such rows are skipped, the same person, or one household.",
  code: "Somebody else has this member number already. Change it in the file, or leave the column out.",
};

/** What X8 asks the owner: the same e-mail twice in the file, or once in the file and once here. */
export async function markDuplicates(ctx: Scope, record: ImportRecord): Promise<void> {
  await ctx.db.execute(sql`
    with ready as (
      select row_number, parsed->>'email' as email,
        row_number() over (partition by parsed->>'email' order by row_number) as place
      from import_rows
      where organization_id = ${ctx.organization_id} and import_id = ${record.id} and status = 'ready' and parsed->>'email' is not null
    ), twice as (
      select row_number from ready
      where place > 1 or exists (
        select 1 from members m where m.organization_id = ${ctx.organization_id} and m.email = ready.email)
    )
    update import_rows r set ${consequence(record.options.duplicates)}
    from twice
    where r.organization_id = ${ctx.organization_id} and r.import_id = ${record.id} and r.row_number = twice.row_number`);
  await refuseTakenCodes(ctx, record.id);
}

function consequence(choice: Options["duplicates"]) {
  const note = (severity: "error" | "warning", code: string, text: string) =>
    sql`problems = coalesce(r.problems, '[]') || ${JSON.stringify([{ field: "email", code, message: text, severity }])}::jsonb`;
  switch (choice) {
    case "ask":
      return sql`status = 'refused', ${note("error", "duplicate_email", message.email)}`;
    case "skip":
      return sql`status = 'skipped', ${note("warning", "duplicate_email", "Skipped: somebody else has this e-mail.")}`;
    case "household":
      return sql`parsed = jsonb_set(r.parsed, '{email}', 'null'), ${note("warning", "shared_email", "Imported without the e-mail, which belongs to another person of the household.")}`;
    case "same_person":
      return sql`parsed = jsonb_set(r.parsed, '{joins_member}', 'true'), ${note("warning", "same_person", "The membership goes to the person who has this e-mail.")}`;
  }
}

async function refuseTakenCodes(ctx: Scope, import_id: string): Promise<void> {
  const problem = [{ field: "member_code", code: "member_code_taken", message: message.code, severity: "error" }];
  await ctx.db.execute(sql`
    with ready as (
      select row_number, parsed->>'member_code' as code,
        row_number() over (partition by parsed->>'member_code' order by row_number) as place
      from import_rows
      where organization_id = ${ctx.organization_id} and import_id = ${import_id} and status = 'ready'
        and parsed->>'member_code' is not null and parsed->>'joins_member' = 'false'
    ), taken as (
      select row_number from ready
      where place > 1 or exists (
        select 1 from members m where m.organization_id = ${ctx.organization_id} and m.member_code = ready.code)
    )
    update import_rows r set status = 'refused', problems = coalesce(r.problems, '[]') || ${JSON.stringify(problem)}::jsonb
    from taken
    where r.organization_id = ${ctx.organization_id} and r.import_id = ${import_id} and r.row_number = taken.row_number`);
}
