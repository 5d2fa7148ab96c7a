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
import { tagMembers } from "@/lib/client/endpoints/members";
import { counted } from "@/lib/values/counted";
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
  const ids = members.map(({ id }) => id);
  const add = useMutation({
    mutationFn: () => api(tagMembers, { ids, add: [tag] }, { organization }),
    onSuccess: ({ data }) => {
      const changed = data.filter(({ outcome }) => outcome === "done").map(({ id }) => id);
      const refused = data.filter(({ outcome }) => outcome === "refused");
      const undo = () =>
        api(tagMembers, { ids: changed, remove: [tag] }, { organization }).then(() => router.refresh());
      toast.show({
        tone: refused.length > 0 ? "bad" : "good",
        message: `Tag ${tag} added to ${counted(changed.length, "member")}${refused.length > 0 ? `. ${refused[0]?.refusal?.detail ?? ""}` : ""}`,
        ...(changed.length > 0 && { action: { label: "Undo", onAction: undo } }),
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
      title={`Tag ${counted(members.length, "member")}`}
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
