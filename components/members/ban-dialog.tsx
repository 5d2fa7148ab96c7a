"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Textarea } from "@/components/ui/forms/textarea";
import { Dialog, DialogActions } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { banMember } from "@/lib/client/endpoints/members";

interface BanDialogProps {
  organization: string;
  member: { id: string; first_name: string };
  name: string;
  onClose: () => void;
}

export function BanDialog({ organization, member, name, onClose }: BanDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm({ defaultValues: { reason: "" } });
  const { errors } = form.formState;
  const ban = useMutation({
    mutationFn: ({ reason }: { reason: string }) => api(banMember, { id: member.id, reason }, { organization }),
    onSuccess: () => {
      toast.show({ message: `${name} was banned from all locations` });
      router.refresh();
      onClose();
    },
    onError: (error) => showFormErrors(error, form.setError, ["reason"]),
  });
  return (
    <Dialog open onClose={onClose} title={`Ban ${name}?`}>
      <form onSubmit={form.handleSubmit((values) => ban.mutate(values))} noValidate className="flex flex-col gap-4">
        <p>
          {member.first_name} can no longer check in at any location. The membership continues; cancel it separately if
          needed. The front desk screen does not show the reason to the member.
        </p>
        <FormError message={errors.root?.message} />
        <Field label="Reason" hint="Visible to staff and recorded in the activity log" error={errors.reason?.message}>
          <Textarea rows={3} maxLength={500} autoFocus {...form.register("reason", { required: "Enter a reason" })} />
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" busy={ban.isPending}>
            Ban {member.first_name}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
