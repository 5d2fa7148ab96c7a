import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, instantOut, text, version } from "@/lib/contracts/fields";
import { longestNote } from "@/lib/values/member-note";

const tag = "Members";

const note = z.object({
  id,
  member_id: id,
  text: z.string(),
  is_pinned: z.boolean(),
  author_id: id,
  author_name: z.string(),
  /** Whether the caller may change and delete it: its author and managers may. */
  may_change: z.boolean(),
  /** When the text was last changed; null for the first text. */
  edited_at: instantOut.nullable(),
  created_at: instantOut,
  version,
});

export const listNotes = contract({
  id: "member_notes.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}/notes",
  access: "members.notes.read",
  tag,
  input: z.strictObject({ id }),
  output: z.object({ data: z.array(note) }),
  errors: ["not_found"],
});

export const createNote = contract({
  id: "member_notes.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/members/{id}/notes",
  access: "members.notes.write",
  tag,
  input: z.strictObject({ id, text: text(longestNote), is_pinned: flag.default(false) }),
  output: note,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
});

export const updateNote = contract({
  id: "member_notes.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/members/{id}/notes/{note_id}",
  access: "members.notes.write",
  tag,
  input: z.strictObject({ id, note_id: id, text: text(longestNote).optional(), is_pinned: flag.optional() }),
  output: note,
  errors: ["invalid_input", "not_found", "forbidden", "version_conflict"],
});

export const deleteNote = contract({
  id: "member_notes.delete",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/members/{id}/notes/{note_id}",
  access: "members.notes.write",
  tag,
  input: z.strictObject({ id, note_id: id }),
  output: z.null(),
  errors: ["not_found", "forbidden"],
});
