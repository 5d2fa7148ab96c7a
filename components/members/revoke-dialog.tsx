"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { revokeCard } from "@/lib/client/endpoints/members";
import type { Card } from "./member";

interface RevokeDialogProps {
  organization: string;
  member: { id: string; first_name: string };
  card: Card;
  onClose: () => void;
}

const reasons = ["Lost", "Stolen", "Broken", "Returned"].map((value) => ({ value, label: value }));

export function RevokeDialog({ organization, member, card, onClose }: RevokeDialogProps) {
  const [reason, setReason] = useState("Lost");
  const router = useRouter();
  const toast = useToast();
  const revoke = useMutation({
    mutationFn: () => api(revokeCard, { id: member.id, card_id: card.id, reason }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: `Card …${card.code_hint} was revoked` });
      router.refresh();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Revoke card …${card.code_hint}?`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
            Revoke card
          </Button>
        </>
      }
    >
      <FormError message={revoke.error?.message} />
      <p className="mb-4">
        The card stops working immediately. This cannot be undone. The phone pass and other cards of {member.first_name}{" "}
        still work.
      </p>
      <RadioGroup label="Reason" name="reason" look="row" value={reason} onValueChange={setReason} options={reasons} />
    </Dialog>
  );
}
