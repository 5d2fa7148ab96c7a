"use client";

import { useMutation } from "@tanstack/react-query";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Dialog, DialogActions } from "@/components/ui/overlays/dialog";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { createSegment, deleteSegment, updateSegment } from "@/lib/client/endpoints/members";
import type { Segment } from "./member-tabs";

interface SegmentMenuProps {
  organization: string;
  segment: Segment;
  /** The list without the segment. */
  allHref: string;
}

export function SegmentMenu({ organization, segment, allHref }: SegmentMenuProps) {
  const [renaming, setRenaming] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const restore = () =>
    api(createSegment, { name: segment.name, filters: segment.filters }, { organization }).then(() => router.refresh());
  const remove = useMutation({
    mutationFn: () => api(deleteSegment, { id: segment.id }, { organization }),
    onSuccess: () => {
      toast.show({ message: `${segment.name} was deleted`, action: { label: "Undo", onAction: restore } });
      router.push(allHref);
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <>
      <Menu
        label={`More actions for ${segment.name}`}
        iconOnly
        size="sm"
        variant="quiet"
        align="end"
        trigger={<Ellipsis aria-hidden="true" />}
      >
        <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setRenaming(true)}>
          Rename segment
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden="true" />} tone="bad" onSelect={() => remove.mutate()}>
          Delete segment
        </MenuItem>
      </Menu>
      <Dialog open={renaming} onClose={() => setRenaming(false)} title="Rename segment">
        <RenameForm organization={organization} segment={segment} onDone={() => setRenaming(false)} />
      </Dialog>
    </>
  );
}

type RenameProps = Omit<SegmentMenuProps, "allHref"> & { onDone: () => void };

function RenameForm({ organization, segment, onDone }: RenameProps) {
  const router = useRouter();
  const form = useForm({ defaultValues: { name: segment.name } });
  const { errors } = form.formState;
  const rename = useMutation({
    mutationFn: ({ name }: { name: string }) =>
      api(updateSegment, { id: segment.id, name }, { organization, if_match: segment.version }),
    onSuccess: () => {
      router.refresh();
      onDone();
    },
    onError: (error) => showFormErrors(error, form.setError, ["name"]),
  });
  return (
    <form onSubmit={form.handleSubmit((values) => rename.mutate(values))} noValidate className="flex flex-col gap-4">
      <FormError message={errors.root?.message} />
      <Field label="Name" error={errors.name?.message}>
        <Input autoFocus maxLength={60} {...form.register("name", { required: "Enter a name" })} />
      </Field>
      <DialogActions>
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" busy={rename.isPending}>
          Rename
        </Button>
      </DialogActions>
    </form>
  );
}
