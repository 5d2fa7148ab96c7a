"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { createSegment } from "@/lib/client/endpoints/members";
import type { Filters } from "./query";

export interface SaveSegmentProps {
  organization: string;
  filters: Filters;
  /** The filters in words, shown above the name field. */
  summary: string;
  /** The URL of the list with these filters. The id of the new segment is appended. */
  href: string;
}

export function SaveSegmentDialog({
  organization,
  filters,
  summary,
  href,
  onClose,
}: SaveSegmentProps & { onClose: () => void }) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm({ defaultValues: { name: "" } });
  const { errors } = form.formState;
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) => api(createSegment, { name, filters }, { organization }),
    onSuccess: ({ id, name }) => {
      toast.show({ tone: "good", message: `${name} was saved for all staff` });
      router.replace(`${href}${href.includes("?") ? "&" : "?"}segment=${id}`, { scroll: false });
      router.refresh();
      onClose();
    },
    onError: (error) => showFormErrors(error, form.setError, ["name"]),
  });
  return (
    <Dialog open onClose={onClose} title="Save segment">
      <DialogForm
        onSubmit={form.handleSubmit((values) => save.mutate(values))}
        intro={<p>{summary}. The segment updates automatically when members match or no longer match these filters.</p>}
        error={errors.root?.message}
        onCancel={onClose}
        action="Save segment"
        busy={save.isPending}
      >
        <Field label="Name" error={errors.name?.message}>
          <Input
            autoFocus
            maxLength={60}
            placeholder="Inactive since February"
            {...form.register("name", { required: "Enter a name" })}
          />
        </Field>
      </DialogForm>
    </Dialog>
  );
}
