"use client";

import { useMutation } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { createScheduleRun } from "@/lib/client/endpoints/platform";
import { type ScheduleName, scheduleNames } from "@/lib/values/notifications";
import { scheduleTexts } from "./schedule";

interface RunAgainProps {
  organization: string;
  locations: readonly { id: string; name: string }[];
  /** The earliest day that can be run again. */
  earliest: string;
  today: string;
}

export function RunAgain(props: RunAgainProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={<RotateCcw aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Run again
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title="Run schedule again">
        <RunForm {...props} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

type RunValues = { schedule: ScheduleName; location_id: string; run_on: string };

function RunForm({ organization, locations, earliest, today, onDone }: RunAgainProps & { onDone: () => void }) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm<RunValues>({
    defaultValues: { schedule: scheduleNames[0], location_id: locations[0]?.id ?? "", run_on: today },
  });
  const { errors } = form.formState;
  const run = useMutation({
    mutationFn: (values: RunValues) => api(createScheduleRun, values, { organization }),
    onSuccess: ({ schedule }) => {
      toast.show({ tone: "good", message: `${scheduleTexts[schedule].name} started` });
      onDone();
      router.refresh();
    },
    onError: (error) => showFormErrors(error, form.setError, ["schedule", "location_id", "run_on"]),
  });
  return (
    <DialogForm
      onSubmit={form.handleSubmit((values) => run.mutate(values))}
      intro={
        <p>
          Runs the schedule as it would have run on that day. Members who already received the message do not receive it
          again.
        </p>
      }
      error={errors.root?.message}
      onCancel={onDone}
      action="Run"
      busy={run.isPending}
    >
      <Field label="Schedule" error={errors.schedule?.message}>
        <Select
          options={scheduleNames.map((value) => ({ value, label: scheduleTexts[value].name }))}
          {...form.register("schedule")}
        />
      </Field>
      {locations.length > 1 ? (
        <Field label="Location" error={errors.location_id?.message}>
          <Select
            options={locations.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.register("location_id")}
          />
        </Field>
      ) : null}
      <Field label="Date" error={errors.run_on?.message}>
        <Input type="date" min={earliest} max={today} {...form.register("run_on", { required: "Choose a date" })} />
      </Field>
    </DialogForm>
  );
}
