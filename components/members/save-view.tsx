"use client";

import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormRefusal } from "@/components/ui/forms/form-refusal";
import { Input } from "@/components/ui/forms/input";
import { showRefusal } from "@/components/ui/forms/show-refusal";
import { Dialog, DialogActions } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { createSegment } from "@/lib/contracts/members/member-segments";
import type { Filters } from "./query";

interface SaveViewProps {
  organization: string;
  filters: Filters;
  /** What the chips say, for whoever names them. */
  summary: string;
  /** The list with these filters; the new segment's id is put behind it. */
  href: string;
}

export function SaveView(props: SaveViewProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" size="sm" icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
        Save this view
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Save this view">
        <NameForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function NameForm({ organization, filters, summary, href, onDone }: SaveViewProps & { onDone: () => void }) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm({ defaultValues: { name: "" } });
  const { errors } = form.formState;
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) => api(createSegment, { name, filters }, { organization }),
    onSuccess: ({ id, name }) => {
      toast.show({ tone: "good", message: `${name} is saved for the whole team` });
      router.replace(`${href}${href.includes("?") ? "&" : "?"}segment=${id}`, { scroll: false });
      router.refresh();
      onDone();
    },
    onError: (error) => showRefusal(error, form.setError, ["name"]),
  });
  return (
    <form onSubmit={form.handleSubmit((values) => save.mutate(values))} noValidate className="flex flex-col gap-4">
      <p>{summary}. The view fills itself: whoever fits later is in it too.</p>
      <FormRefusal message={errors.root?.message} />
      <Field label="Name" error={errors.name?.message}>
        <Input
          autoFocus
          maxLength={60}
          placeholder="Quiet since February"
          {...form.register("name", { required: "Give the view a name" })}
        />
      </Field>
      <DialogActions>
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" busy={save.isPending}>
          Save view
        </Button>
      </DialogActions>
    </form>
  );
}
