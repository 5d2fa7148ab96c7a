"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionPreview } from "@/components/memberships/action-preview";
import { DayInput } from "@/components/memberships/day-input";
import { useActionPreview } from "@/components/memberships/use-action-preview";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Callout } from "@/components/ui/data/callout";
import { Field } from "@/components/ui/forms/field";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { freezeOwnMembership, previewOwnFreeze } from "@/lib/client/endpoints/me";
import { addDays } from "@/lib/values/calendar-day";

interface OwnFreezeFormProps {
  organization: string;
  id: string;
  reader: { today: string; locale: string };
  backHref: string;
}

/** E15: the member's own freeze, with what it moves and costs. */
export function OwnFreezeForm({ organization, id, reader, backHref }: OwnFreezeFormProps) {
  const router = useRouter();
  const { show } = useToast();
  const [from_on, setFrom] = useState(addDays(reader.today, 7));
  const [to_on, setTo] = useState(addDays(reader.today, 20));
  const freeze = from_on && to_on ? { id, from_on, to_on } : null;
  const { errors, ...state } = useActionPreview({
    name: ["own-freeze", id],
    input: freeze,
    fields: ["from_on", "to_on"] as const,
    ask: (input, signal) => api(previewOwnFreeze, input, { organization, signal }),
  });
  const save = useMutation({
    mutationFn: (input: NonNullable<typeof freeze>) => api(freezeOwnMembership, input, { organization }),
    onSuccess: () => {
      show({ tone: "good", message: "Your membership is frozen on these days" });
      router.push(backHref);
      router.refresh();
    },
  });
  return (
    <form
      className="flex flex-col gap-4"
      aria-label="Freeze membership"
      onSubmit={(event) => {
        event.preventDefault();
        if (freeze) save.mutate(freeze);
      }}
    >
      {save.error ? <Callout tone="bad" role="alert" title={save.error.message} /> : null}
      <Field label="First frozen day" error={errors.from_on}>
        <DayInput size="touch" value={from_on} today={reader.today} onValueChange={setFrom} />
      </Field>
      <Field label="Last frozen day" hint="Both days are frozen" error={errors.to_on}>
        <DayInput size="touch" value={to_on} today={reader.today} onValueChange={setTo} />
      </Field>
      <ActionPreview state={state} reader={reader} reason="The frozen days are added" />
      <Button type="submit" variant="primary" size="touch" full busy={save.isPending} disabled={!state.is_current}>
        Freeze membership
      </Button>
      <ButtonLink href={backHref} size="touch" full>
        Back
      </ButtonLink>
    </form>
  );
}
