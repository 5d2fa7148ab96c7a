import { sql } from "drizzle-orm";
import { boolean, check, index, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, plainText, updatedAt, version } from "@/db/schema/columns";
import { tenantFk, tenantTable } from "@/db/schema/tenant-table";
import { longestNote } from "@/lib/values/member-note";
import { members } from "./members";

/** What staff write about a member, for the team. The name of the author stays after the author has left. */
export const memberNotes = tenantTable(
  "member_notes",
  {
    member_id: uuid("member_id").notNull(),
    text: plainText("text").notNull(),
    is_pinned: boolean("is_pinned").notNull().default(false),
    author_id: uuid("author_id").notNull(),
    author_name: plainText("author_name").notNull(),
    /** When the text was last changed; null for the first text. */
    edited_at: instant("edited_at"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    index("member_notes_member").on(t.organization_id, t.member_id, t.is_pinned, t.created_at, t.id),
    tenantFk(t.member_id, members).onDelete("cascade"),
    check("member_notes_text_length", sql`length(${t.text}) between 1 and ${sql.raw(String(longestNote))}`),
  ],
);
