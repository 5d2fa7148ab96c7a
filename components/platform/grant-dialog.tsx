"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Callout } from "@/components/ui/data/callout";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import { createSupportGrant } from "@/lib/client/endpoints/platform";

const durations = [1, 2, 4, 8];
const hoursText = (hours: number) => (hours === 1 ? "1 hour" : `${hours} hours`);

interface GrantDialogProps {
  slug: string;
  name: string;
  /** The name that the gym sees. */
  support_name: string;
  onClose: () => void;
}

export function GrantDialog({ slug, name, support_name, onClose }: GrantDialogProps) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const [hours, setHours] = useState(1);
  const [error, setError] = useState<string>();
  const open = useMutation({
    mutationFn: () => api(createSupportGrant, { organization: slug, reason: reason.trim(), hours }),
    onSuccess: () => router.push(`/manage/${slug}`),
  });
  return (
    <Dialog open onClose={onClose} title={`Open support access to ${name}`}>
      <DialogForm
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) return open.mutate();
          setError("Enter a reason. The gym sees it");
          event.currentTarget.querySelector<HTMLInputElement>('[name="reason"]')?.focus();
        }}
        error={open.error?.message}
        onCancel={onClose}
        action={`Open access for ${hoursText(hours)}`}
        busy={open.isPending || open.isSuccess}
      >
        <Field label="Reason" error={error}>
          <Input
            name="reason"
            maxLength={300}
            autoFocus
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
              setError(undefined);
            }}
          />
        </Field>
        <RadioGroup
          label="Duration"
          name="hours"
          look="row"
          value={String(hours)}
          onValueChange={(value) => setHours(Number(value))}
          options={durations.map((value) => ({ value: String(value), label: hoursText(value) }))}
        />
        <Callout title={`What ${name} sees`}>
          {support_name} from FitFlow has support access for {hoursText(hours)}: {reason.trim() || "your reason"}.
          Everything you do is recorded in the activity log of the gym. An owner can end the access at any time.
        </Callout>
      </DialogForm>
    </Dialog>
  );
}
