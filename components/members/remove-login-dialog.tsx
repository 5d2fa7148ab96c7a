"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { removeMemberLogin } from "@/lib/client/endpoints/identity";

interface RemoveLoginDialogProps {
  organization: string;
  member: { id: string; first_name: string };
  email: string;
  /** The member's address. Its owner can come back with a sign-in link. */
  recipient: string | null;
  onClose: () => void;
}

export function RemoveLoginDialog({ organization, member, email, recipient, onClose }: RemoveLoginDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const remove = useMutation({
    mutationFn: () => api(removeMemberLogin, { id: member.id }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: `The login of ${member.first_name} was removed` });
      router.refresh();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove the login of ${member.first_name}?`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            Remove login
          </Button>
        </>
      }
    >
      <FormError message={remove.error?.message} />
      <p>
        {email} no longer opens this member’s page, from now on and on every device.
        {recipient
          ? ` The owner of ${recipient} can come back with a sign-in link. Change the member’s e-mail address first if it is the wrong person’s.`
          : null}
      </p>
    </Dialog>
  );
}
