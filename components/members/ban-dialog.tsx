"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Field } from "@/components/ui/forms/field";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Textarea } from "@/components/ui/forms/textarea";
import { Dialog } from "@/components/ui/overlays/dialog";
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
      <DialogForm
        onSubmit={form.handleSubmit((values) => ban.mutate(values))}
        intro={
          <p>
            {member.first_name} can no longer check in at any location. The membership continues; cancel it separately
            if needed. The front desk screen does not show the reason to the member.
          </p>
        }
        error={errors.root?.message}
        onCancel={onClose}
        action={`Ban ${member.first_name}`}
        variant="danger"
        busy={ban.isPending}
      >
        <Field label="Reason" hint="Visible to staff and recorded in the activity log" error={errors.reason?.message}>
          <Textarea rows={3} maxLength={500} autoFocus {...form.register("reason", { required: "Enter a reason" })} />
        </Field>
      </DialogForm>
    </Dialog>
  );
}
