"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Combobox, type ComboOption } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { updateMember } from "@/lib/client/endpoints/members";
import type { SelectableMember } from "./member-selection";

interface TagDialogProps {
  organization: string;
  members: readonly SelectableMember[];
  tags: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

const option = (value: string): ComboOption => ({ value, label: value });

export function TagDialog({ organization, members, tags, onClose, onDone }: TagDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const [tag, setTag] = useState("");
  const saveTags = (tagsOf: (member: SelectableMember) => readonly string[]) =>
    sequentially(members, (member) =>
      api(updateMember, { id: member.id, tags: [...tagsOf(member)] }, { organization }),
    );
  const add = useMutation({
    mutationFn: () => saveTags((member) => [...new Set([...member.tags, tag])]),
    onSuccess: () => {
      const undo = () => saveTags((member) => member.tags).then(() => router.refresh());
      toast.show({
        tone: "good",
        message: `Tag ${tag} added to ${memberCountText(members.length)}`,
        action: { label: "Undo", onAction: undo },
      });
      router.refresh();
      onDone();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Tag ${memberCountText(members.length)}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={tag === ""} busy={add.isPending} onClick={() => add.mutate()}>
            Add tag
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={add.error?.message} />
        <Field label="Tag">
          <Combobox
            options={tags.map(option)}
            value={tag ? option(tag) : null}
            onValueChange={(chosen) => setTag(chosen?.value ?? "")}
            create={{
              label: (term) => `New tag “${term}”`,
              onCreate: (term) => setTag(term.replaceAll(",", " ").trim()),
            }}
            placeholder="Evening lifters"
          />
        </Field>
      </div>
    </Dialog>
  );
}

const memberCountText = (count: number) => (count === 1 ? "1 member" : `${count} members`);

/** One after the other, because fifty parallel requests would exceed the rate limit. */
async function sequentially<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item);
}
