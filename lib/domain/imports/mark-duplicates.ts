import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/kernel/operation";
import type { ImportRecord, Options } from "./find";
import { judgeRepeats } from "./write-rows";

type Scope = Pick<Ctx<unknown>, "db" | "organization_id">;

const message: Record<"email" | "code", string> = {
  email: "Somebody else has this e-mail already. Say whether such rows are skipped, the same person, or one household.",
  code: "Somebody else has this member number already. Change it in the file, or leave the column out.",
};

/** What X8 asks the owner: the same e-mail twice in the file, or once in the file and once here. */
export async function markDuplicates(ctx: Scope, record: ImportRecord): Promise<void> {
  await judgeRepeats(ctx, record.id, {
    value: sql`(parsed->>'email')`,
    taken: sql`m.email`,
    verdict: consequence(record.options.duplicates),
  });
  await refuseBeyondReach(ctx, record);
  await judgeRepeats(ctx, record.id, {
    // Who joins a member here brings no number of their own.
    value: sql`(case when parsed->>'joins_member' = 'false' then parsed->>'member_code' end)`,
    taken: sql`m.member_code`,
    verdict: {
      status: sql`'refused'`,
      parsed: sql`r.parsed`,
      problems: noted("member_code", "error", "member_code_taken", message.code),
    },
  });
}

/** A12: a bound person sells nothing to a member of another location, by an import neither. */
async function refuseBeyondReach(ctx: Scope, { id, location_ids }: ImportRecord): Promise<void> {
  if (location_ids === null) return;
  const elsewhere = sql`${sql.param(location_ids)}::uuid[]`;
  await ctx.db.execute(sql`
    update import_rows r set status = 'refused',
      problems = ${noted("email", "error", "member_elsewhere", "The person with this e-mail is a member of another location. Ask someone who works there too.")}
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
        problems: note("warning", "duplicate_email", "Skipped: somebody else has this e-mail."),
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
