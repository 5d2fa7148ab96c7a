"use client";

import { useState } from "react";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Dialog } from "@/components/ui/overlays/dialog";
import { updateDunning } from "@/lib/client/endpoints/dunning";
import { localDateTime } from "@/lib/values/wall-time";
import type { DunningCase } from "./case";
import { useAct } from "./use-act";

interface EditDialogProps {
  organization: string;
  row: DunningCase;
  onClose: () => void;
}

/** Another time for the next try. The days of the schedule after it stay. */
export function EditDialog({ organization, row, onClose }: EditDialogProps) {
  const [at, setAt] = useState(row.next_try_at ? localDateTime(row.next_try_at, row.time_zone) : "");
  const act = useAct(organization, onClose);
  return (
    <Dialog open onClose={onClose} title={`When is ${row.invoice_number} tried next?`}>
      <DialogForm
        intro={<p>The tries after it follow the schedule. A payment before then ends the tries.</p>}
        onSubmit={(event) => {
          event.preventDefault();
          act.run(updateDunning, { id: row.id, next_try_at: at }, ({ next }) => next.sentence);
        }}
        error={act.error}
        onCancel={onClose}
        action="Set the next try"
        busy={act.isPending}
      >
        <Field label="Next try" hint={`The time in ${row.location_name}`}>
          <Input type="datetime-local" value={at} required onChange={({ target }) => setAt(target.value)} autoFocus />
        </Field>
      </DialogForm>
    </Dialog>
  );
}
