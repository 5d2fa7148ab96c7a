import { documented } from "@/lib/contracts/documented";
import { exampleId } from "./member-fields.docs";
import * as memberNotes from "./member-notes";

const example = {
  id: "0197f0a0-0000-7000-8000-000000000451",
  member_id: exampleId,
  text: "Prefers to be called in the evening",
  is_pinned: true,
  author_id: "0197f0a0-0000-7000-8000-000000000452",
  author_name: "Ingrid Solberg",
  may_change: true,
  edited_at: null,
  created_at: "2026-03-05T06:42:00.000Z",
  version: 1,
};

export const memberNotesDocs = documented(memberNotes, {
  listNotes: {
    summary: "List the notes about a member, pinned ones first, then newest first",
    description: "At most 200 notes. The team reads them; the member does not.",
    example: { input: { id: exampleId }, output: { data: [example] } },
  },

  createNote: {
    summary: "Write a note about a member",
    description: "Medical information has its own place, `/api/v1/members/{id}/medical`, which fewer people read.",
    example: { input: { id: exampleId, text: example.text, is_pinned: true }, output: example },
  },

  updateNote: {
    summary: "Change or pin a note",
    description: "The author and people with `members.notes.moderate` may change a note.",
    example: {
      input: { id: exampleId, note_id: example.id, is_pinned: false },
      output: { ...example, is_pinned: false, version: 2 },
    },
  },

  deleteNote: {
    summary: "Delete a note",
    description: "The author and people with `members.notes.moderate` may delete a note.",
    example: { input: { id: exampleId, note_id: example.id }, output: null },
  },
});
