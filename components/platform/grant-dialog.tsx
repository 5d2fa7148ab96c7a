"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Dialog, DialogActions } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import { createSupportGrant } from "@/lib/contracts/platform/support-grants";

const choices = [1, 2, 4, 8];
const inHours = (hours: number) => (hours === 1 ? "1 hour" : `${hours} hours`);

interface GrantDialogProps {
  slug: string;
  name: string;
  /** As the gym will read it. */
  support_name: string;
  onClose: () => void;
}

export function GrantDialog({ slug, name, support_name, onClose }: GrantDialogProps) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const [hours, setHours] = useState(1);
  const [error, setError] = useState<string>();
  const enter = useMutation({
    mutationFn: () => api(createSupportGrant, { organization: slug, reason: reason.trim(), hours }),
    onSuccess: () => router.push(`/manage/${slug}`),
  });
  return (
    <Dialog open onClose={onClose} title={`Enter ${name} to give support`}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) return enter.mutate();
          setError("Say what brings you in; the gym reads it");
          event.currentTarget.querySelector<HTMLInputElement>('[name="reason"]')?.focus();
        }}
      >
        {enter.error ? (
          <Callout tone="bad" role="alert">
            {enter.error.message}
          </Callout>
        ) : null}
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
          label="For how long"
          name="hours"
          look="row"
          value={String(hours)}
          onValueChange={(value) => setHours(Number(value))}
          options={choices.map((value) => ({ value: String(value), label: inHours(value) }))}
        />
        <Callout title={`What ${name} reads`}>
          {support_name} of FitFlow came in for {inHours(hours)}: {reason.trim() || "your reason"}. Every step you take
          stands in its activity log, and an owner can end the visit.
        </Callout>
        <DialogActions>
          <Button onClick={onClose}>Stay outside</Button>
          <Button type="submit" variant="primary" busy={enter.isPending || enter.isSuccess}>
            Enter for {inHours(hours)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
