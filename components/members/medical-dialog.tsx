"use client";

import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Textarea } from "@/components/ui/forms/textarea";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { putMedical } from "@/lib/client/endpoints/members";
import { readinessQuestions } from "@/lib/values/readiness-questions";
import type { Medical } from "./medical-section";
import { questionTexts } from "./medical-words";

interface MedicalDialogProps {
  organization: string;
  member: { id: string; first_name: string };
  medical: Medical;
  onClose: () => void;
  onSaved: () => void;
}

const texts = [
  { name: "instructions", label: "Emergency instructions", placeholder: "Inhaler in the side pocket of the bag" },
  { name: "conditions", label: "Conditions", placeholder: "Asthma" },
  { name: "medications", label: "Medication", placeholder: "Salbutamol" },
  { name: "allergies", label: "Allergies", placeholder: "Penicillin" },
  { name: "injuries", label: "Injuries", placeholder: "Left knee, operated in 2024" },
] as const;

type TextName = (typeof texts)[number]["name"];
type Question = (typeof readinessQuestions)[number];
type Values = Record<TextName, string> & {
  was_asked: boolean;
  readiness: Record<Question, boolean>;
  cleared_on: string;
};

const valuesOf = (medical: Medical): Values => ({
  instructions: medical.instructions ?? "",
  conditions: medical.conditions ?? "",
  medications: medical.medications ?? "",
  allergies: medical.allergies ?? "",
  injuries: medical.injuries ?? "",
  was_asked: medical.readiness !== null,
  readiness: Object.fromEntries(
    readinessQuestions.map((name) => [name, medical.readiness?.[name] ?? false]),
  ) as Values["readiness"],
  cleared_on: medical.cleared_on ?? "",
});

export function MedicalDialog({ organization, member, medical, onClose, onSaved }: MedicalDialogProps) {
  const toast = useToast();
  const form = useForm<Values>({ defaultValues: valuesOf(medical) });
  const { errors } = form.formState;
  const save = useMutation({
    mutationFn: ({ was_asked, readiness, cleared_on, ...fields }: Values) =>
      api(
        putMedical,
        {
          id: member.id,
          ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim() || null])),
          readiness: was_asked ? readiness : null,
          cleared_on: cleared_on || null,
        },
        { organization },
      ),
    onSuccess: () => {
      toast.show({ tone: "good", message: "Medical information saved" });
      onSaved();
    },
    onError: (error) => showFormErrors(error, form.setError, [...texts.map(({ name }) => name), "cleared_on"]),
  });
  const [was_asked, readiness] = form.watch(["was_asked", "readiness"]);
  const needs_clearance = was_asked && Object.values(readiness).some(Boolean);
  return (
    <SheetDialog
      title={`Medical information of ${member.first_name}`}
      size="md"
      note="Encrypted and never exported"
      onClose={onClose}
      onSubmit={form.handleSubmit((values) => save.mutate(values))}
      footer={
        <>
          <Button size="lg" className="ml-auto" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="lg" variant="primary" busy={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={errors.root?.message} />
        {texts.map(({ name, label, placeholder }) => (
          <Field key={name} label={label} optional error={errors[name]?.message}>
            <Textarea rows={2} placeholder={placeholder} {...form.register(name)} />
          </Field>
        ))}
        <Checkbox label="Health questionnaire completed" {...form.register("was_asked")} />
        {was_asked ? (
          <fieldset className="flex flex-col gap-3">
            <legend className="mb-2 font-medium text-ink">Select the questions answered with yes</legend>
            {readinessQuestions.map((name) => (
              <Checkbox key={name} label={questionTexts[name].asked} {...form.register(`readiness.${name}`)} />
            ))}
          </fieldset>
        ) : null}
        {needs_clearance ? (
          <Field
            label="Medical clearance on"
            optional
            hint="Until then, trainers only see that medical clearance is missing"
            error={errors.cleared_on?.message}
          >
            <Input type="date" {...form.register("cleared_on")} />
          </Field>
        ) : null}
      </div>
    </SheetDialog>
  );
}
