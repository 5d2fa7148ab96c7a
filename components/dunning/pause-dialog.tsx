"use client";

import { useState } from "react";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Dialog } from "@/components/ui/overlays/dialog";
import { pauseDunning } from "@/lib/client/endpoints/dunning";
import type { DunningCase } from "./case";
import { useAct } from "./use-act";

interface PauseDialogProps {
  organization: string;
  row: DunningCase;
  onClose: () => void;
}

/** The reason stands on the board, so that colleagues know what was agreed. */
export function PauseDialog({ organization, row, onClose }: PauseDialogProps) {
  const [reason, setReason] = useState("");
  const [until_on, setUntil] = useState("");
  const act = useAct(organization, onClose);
  return (
    <Dialog open onClose={onClose} title={`Pause the tries of ${row.invoice_number}?`}>
      <DialogForm
        intro={<p>Nothing is tried, and the membership and the invoice stay as they are, until the pause is over.</p>}
        onSubmit={(event) => {
          event.preventDefault();
          act.run(pauseDunning, { id: row.id, reason: reason.trim(), ...(until_on && { until_on }) }, () => "Paused");
        }}
        error={act.error}
        onCancel={onClose}
        action="Pause"
        busy={act.isPending}
      >
        <Field label="Reason" hint="For example: brings a new card on Thursday">
          <Input value={reason} maxLength={300} required onChange={({ target }) => setReason(target.value)} autoFocus />
        </Field>
        <Field label="Goes on from" optional hint={`A day in ${row.location_name}. Without one, until you resume it.`}>
          <Input type="date" value={until_on} onChange={({ target }) => setUntil(target.value)} />
        </Field>
      </DialogForm>
    </Dialog>
  );
}
