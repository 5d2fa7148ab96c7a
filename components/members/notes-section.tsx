"use client";

import { useMutation } from "@tanstack/react-query";
import { Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { IconButton } from "@/components/ui/controls/icon-button";
import { Badge } from "@/components/ui/data/badge";
import { Section } from "@/components/ui/data/section";
import { Field } from "@/components/ui/forms/field";
import { Textarea } from "@/components/ui/forms/textarea";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { createNote, deleteNote, updateNote } from "@/lib/client/endpoints/members";
import { formatDateTime, type LocaleContext } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listNotes } from "@/lib/contracts/members/member-notes";
import { longestNote } from "@/lib/values/member-note";

type Note = Output<typeof listNotes>["data"][number];

interface NotesSectionProps {
  organization: string;
  member: { id: string; first_name: string };
  notes: readonly Note[];
  localeContext: LocaleContext;
  mayWrite: boolean;
}

/** What the team has written about the member. Pinned notes stand first. */
export function NotesSection({ organization, member, notes, localeContext, mayWrite }: NotesSectionProps) {
  const [editing, setEditing] = useState<string | null>(null);
  const router = useRouter();
  const toast = useToast();
  const { id } = member;
  const terms = { organization };
  const after = {
    onSuccess: () => {
      setEditing(null);
      router.refresh();
    },
    onError: (error: Error) => toast.show({ tone: "bad", message: error.message }),
  };
  const add = useMutation({ mutationFn: (text: string) => api(createNote, { id, text }, terms), ...after });
  const change = useMutation({
    mutationFn: (note: { note_id: string; text?: string; is_pinned?: boolean }) =>
      api(updateNote, { id, ...note }, terms),
    ...after,
  });
  const remove = useMutation({
    mutationFn: ({ id: note_id }: Note) => api(deleteNote, { id, note_id }, terms),
    ...after,
    onSuccess: (_, { text, is_pinned }) => {
      const undo = () => api(createNote, { id, text, is_pinned }, terms).then(() => router.refresh());
      toast.show({ tone: "good", message: "Note deleted", action: { label: "Undo", onAction: undo } });
      router.refresh();
    },
  });
  return (
    <Section title="Notes" meta={<span className="text-ink-3">for the team, not for {member.first_name}</span>}>
      {mayWrite ? (
        <NoteForm
          key={notes[0]?.id ?? "first"}
          label="New note"
          action="Add note"
          busy={add.isPending}
          onSave={(text) => add.mutate(text)}
        />
      ) : null}
      {notes.length === 0 ? <p className="py-2 text-ink-3">No notes yet.</p> : null}
      <ul aria-label="Notes" className="divide-y divide-line">
        {notes.map((note) => (
          <li key={note.id} className="py-3">
            {editing === note.id ? (
              <NoteForm
                label="Text of the note"
                action="Save note"
                text={note.text}
                busy={change.isPending}
                onSave={(text) => change.mutate({ note_id: note.id, text })}
                onCancel={() => setEditing(null)}
              />
            ) : (
              <>
                <p className="max-w-[68ch] whitespace-pre-line break-words text-ink">{note.text}</p>
                <div className="mt-1 flex flex-wrap items-center gap-2 text-12 text-ink-3">
                  {note.is_pinned ? <Badge tone="plain">Pinned</Badge> : null}
                  <span>
                    {note.author_name},{" "}
                    <time dateTime={note.created_at}>{formatDateTime(note.created_at, localeContext)}</time>
                    {note.edited_at ? ", edited" : ""}
                  </span>
                  {mayWrite && note.may_change ? (
                    <span className="ml-auto flex gap-1">
                      <IconButton
                        label={note.is_pinned ? "Unpin note" : "Pin note"}
                        icon={note.is_pinned ? <PinOff aria-hidden="true" /> : <Pin aria-hidden="true" />}
                        onClick={() => change.mutate({ note_id: note.id, is_pinned: !note.is_pinned })}
                      />
                      <IconButton
                        label="Edit note"
                        icon={<Pencil aria-hidden="true" />}
                        onClick={() => setEditing(note.id)}
                      />
                      <IconButton
                        label="Delete note"
                        icon={<Trash2 aria-hidden="true" />}
                        onClick={() => remove.mutate(note)}
                      />
                    </span>
                  ) : null}
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface NoteFormProps {
  label: string;
  action: string;
  text?: string;
  busy: boolean;
  onSave: (text: string) => void;
  onCancel?: () => void;
}

function NoteForm({ label, action, text = "", busy, onSave, onCancel }: NoteFormProps) {
  const [written, setWritten] = useState(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (written.trim()) onSave(written.trim());
  };
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-2">
      <Field label={label} hint="Medical information belongs under Health." className="w-full">
        <Textarea
          rows={2}
          value={written}
          maxLength={longestNote}
          onChange={(event) => setWritten(event.target.value)}
        />
      </Field>
      <span className="flex gap-2">
        <Button type="submit" size="sm" busy={busy} disabled={written.trim() === ""}>
          {action}
        </Button>
        {onCancel ? (
          <Button size="sm" variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
      </span>
    </form>
  );
}
