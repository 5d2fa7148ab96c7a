import { type SQL, sql } from "drizzle-orm";
import type { TenantCtx } from "@/lib/kernel/operation";
import type { ImportRecord, Options } from "./find";
import { markRepeats } from "./write-rows";

const message: Record<"email" | "code", string> = {
  email:
    "Another person already has this e-mail. Choose whether such rows are skipped, the same person, or one household.",
  code: "Another person already has this member number. Change it in the file, or omit the column.",
};

/** X8: an e-mail address that occurs twice in the file, or in the file and among the members. */
export async function markDuplicates(ctx: TenantCtx, record: ImportRecord): Promise<void> {
  await markRepeats(ctx, record.id, {
    value: sql`(parsed->>'email')`,
    taken: sql`m.email`,
    update: consequence(record.options.duplicates),
  });
  await refuseBeyondReach(ctx, record);
  await markRepeats(ctx, record.id, {
    // Rows that belong to an existing member bring no member number.
    value: sql`(case when parsed->>'joins_member' = 'false' then parsed->>'member_code' end)`,
    taken: sql`m.member_code`,
    update: {
      status: sql`'refused'`,
      parsed: sql`r.parsed`,
      problems: noted("member_code", "error", "member_code_taken", message.code),
    },
  });
}

/** A12: a bound caller may not add memberships to members of other locations, also by an import. */
async function refuseBeyondReach(ctx: TenantCtx, { id, location_ids }: ImportRecord): Promise<void> {
  if (location_ids === null) return;
  const elsewhere = sql`${sql.param(location_ids)}::uuid[]`;
  await ctx.db.execute(sql`
    update import_rows r set status = 'refused',
      problems = ${noted("email", "error", "member_elsewhere", "The person with this e-mail is a member of another location. Ask a colleague with access to it.")}
    where r.organization_id = ${ctx.organization_id} and r.import_id = ${id} and r.status = 'ready'
      and r.parsed ->> 'joins_member' = 'true'
      and exists (select from members m where m.organization_id = ${ctx.organization_id}
        and m.email = r.parsed ->> 'email' and m.home_location_id <> all(${elsewhere}))`);
}

const noted = (field: string, severity: "error" | "warning", code: string, text: string): SQL =>
  sql`coalesce(r.problems, '[]') || ${JSON.stringify([{ field, code, message: text, severity }])}::jsonb`;

function consequence(choice: Options["duplicates"]) {
  const note = (severity: "error" | "warning", code: string, text: string) => noted("email", severity, code, text);
  const asIs = { status: sql`r.status`, parsed: sql`r.parsed` };
  switch (choice) {
    case "ask":
      return { ...asIs, status: sql`'refused'`, problems: note("error", "duplicate_email", message.email) };
    case "skip":
      return {
        ...asIs,
        status: sql`'skipped'`,
        problems: note("warning", "duplicate_email", "Skipped: another person has this e-mail."),
      };
    case "household":
      return {
        ...asIs,
        parsed: sql`jsonb_set(r.parsed, '{email}', 'null')`,
        problems: note(
          "warning",
          "shared_email",
          "Imported without the e-mail, which belongs to another person of the household.",
        ),
      };
    case "same_person":
      return {
        ...asIs,
        parsed: sql`jsonb_set(r.parsed, '{joins_member}', 'true')`,
        problems: note("warning", "same_person", "The membership goes to the person who has this e-mail."),
      };
  }
}
