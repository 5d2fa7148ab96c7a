"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { removeMethod, removeOwnMethod } from "@/lib/client/endpoints/payment-methods";
import { type Method, removalWords } from "./method-words";

interface RemoveMethodDialogProps {
  organization: string;
  method: Method;
  others: readonly Method[];
  isOwn: boolean;
  onClose: () => void;
}

/** Says what happens to later bills before it happens. */
export function RemoveMethodDialog({ organization, method, others, isOwn, onClose }: RemoveMethodDialogProps) {
  const router = useRouter();
  const { show } = useToast();
  const { id, label } = method;
  const remove = useMutation({
    mutationFn: () =>
      isOwn ? api(removeOwnMethod, { id }, { organization }) : api(removeMethod, { id }, { organization }),
    onSuccess: ({ next_default }) => {
      show({
        tone: "good",
        message: next_default
          ? `${label} was removed. Later bills are charged to ${next_default.label}`
          : `${label} was removed`,
      });
      router.refresh();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove ${label}?`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {`Remove ${label}`}
          </Button>
        </>
      }
    >
      <FormError message={remove.error?.message} />
      <p>{removalWords(method, others)} What is unpaid today stays to be paid.</p>
    </Dialog>
  );
}
