"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import { updateSegment } from "@/lib/client/endpoints/members";
import type { Segment } from "./member-tabs";

type RenameSegmentDialogProps = { organization: string; segment: Segment; onClose: () => void };

export function RenameSegmentDialog({ organization, segment, onClose }: RenameSegmentDialogProps) {
  const router = useRouter();
  const form = useForm({ defaultValues: { name: segment.name } });
  const { errors } = form.formState;
  const rename = useMutation({
    mutationFn: ({ name }: { name: string }) =>
      api(updateSegment, { id: segment.id, name }, { organization, if_match: segment.version }),
    onSuccess: () => {
      router.refresh();
      onClose();
    },
    onError: (error) => showFormErrors(error, form.setError, ["name"]),
  });
  return (
    <Dialog open onClose={onClose} title="Rename segment">
      <DialogForm
        onSubmit={form.handleSubmit((values) => rename.mutate(values))}
        error={errors.root?.message}
        onCancel={onClose}
        action="Rename"
        busy={rename.isPending}
      >
        <Field label="Name" error={errors.name?.message}>
          <Input autoFocus maxLength={60} {...form.register("name", { required: "Enter a name" })} />
        </Field>
      </DialogForm>
    </Dialog>
  );
}
