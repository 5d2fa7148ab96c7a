"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormRefusal } from "@/components/ui/forms/form-refusal";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { revokeCard } from "@/lib/contracts/members/member-cards";
import type { Card } from "./member";

interface RevokeDialogProps {
  organization: string;
  member: { id: string; first_name: string };
  card: Card;
  onClose: () => void;
}

const reasons = ["Lost", "Stolen", "Broken", "Given back"].map((value) => ({ value, label: value }));

export function RevokeDialog({ organization, member, card, onClose }: RevokeDialogProps) {
  const [reason, setReason] = useState("Lost");
  const router = useRouter();
  const toast = useToast();
  const revoke = useMutation({
    mutationFn: () => api(revokeCard, { id: member.id, card_id: card.id, reason }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: `Card …${card.code_hint} opens nothing any more` });
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
          <Button onClick={onClose}>Keep the card</Button>
          <Button variant="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
            Revoke the card
          </Button>
        </>
      }
    >
      <FormRefusal message={revoke.error?.message} />
      <p className="mb-4">
        It stops working at once and cannot be brought back. {member.first_name} keeps the pass on the phone and any
        other card.
      </p>
      <RadioGroup label="Why" name="reason" look="row" value={reason} onValueChange={setReason} options={reasons} />
    </Dialog>
  );
}
