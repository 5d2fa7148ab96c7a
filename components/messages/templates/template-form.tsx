"use client";

import { useMutation } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { schemaOnDemand } from "@/components/ui/forms/schema-on-demand";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Textarea } from "@/components/ui/forms/textarea";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { resetTemplate, saveTemplate } from "@/lib/client/endpoints/messages";
import type { Template } from "./template";
import { TemplatePreview } from "./template-preview";
import type { templateShape } from "./template-schema";
import { useVariables, VariablePicker } from "./variable-picker";

const schema = () => import("./template-schema").then(({ templateShape }) => templateShape);
export type TemplateValues = z.input<typeof templateShape>;
type TemplateOutput = z.output<typeof templateShape>;

interface TemplateFormProps {
  organization: string;
  template: Template;
}

/** The form of one template with a preview. */
export function TemplateForm({ organization, template }: TemplateFormProps) {
  const { kind, channel, language, variables, is_default, version } = template;
  const key = { kind, channel, language };
  const router = useRouter();
  const toast = useToast();
  const form = useForm<TemplateValues, unknown, TemplateOutput>({
    resolver: schemaOnDemand(schema),
    values: { subject: template.subject, body: template.body, content_sid: template.content_sid ?? "" },
  });
  const { errors, isDirty } = form.formState;
  const { remember, insert } = useVariables();
  const settle = (message: string) => {
    toast.show({ tone: "good", message });
    router.refresh();
  };
  const save = useMutation({
    mutationFn: (output: TemplateOutput) =>
      api(saveTemplate, { ...key, ...output }, { organization, if_match: version }),
    onSuccess: () => settle("Template saved"),
    onError: (error) => showFormErrors(error, form.setError, ["subject", "body", "content_sid"]),
  });
  const reset = useMutation({
    mutationFn: () => api(resetTemplate, key, { organization }),
    onSuccess: () => settle("Template reset to the default text"),
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((output) => save.mutate(output))}
      aria-label="Template"
      className="grid lg:grid-cols-[minmax(0,1fr)_26rem]"
    >
      <div className="flex flex-col gap-5 px-gutter py-5">
        <FormError message={errors.root?.message} />
        {channel === "email" || channel === "push" ? (
          <Field label={channel === "email" ? "Subject" : "Title"} error={errors.subject?.message}>
            <Input
              autoComplete="off"
              maxLength={200}
              data-variables=""
              {...form.register("subject")}
              onFocus={remember}
            />
          </Field>
        ) : null}
        <Field
          label="Message"
          error={errors.body?.message}
          aside={<VariablePicker variables={variables} onPick={insert} />}
        >
          <Textarea rows={11} maxLength={5_000} data-variables="" {...form.register("body")} onFocus={remember} />
        </Field>
        {channel === "whatsapp" ? (
          <Field
            label="Approved template"
            optional
            hint="Twilio ContentSid. WhatsApp requires a template unless the member wrote to you in the last 24 hours"
            error={errors.content_sid?.message}
          >
            <Input autoComplete="off" spellCheck={false} placeholder="HX…" {...form.register("content_sid")} />
          </Field>
        ) : null}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary" size="lg" busy={save.isPending} disabled={!isDirty}>
            Save template
          </Button>
          {is_default ? null : (
            <Button
              variant="quiet"
              size="lg"
              icon={<RotateCcw aria-hidden="true" />}
              busy={reset.isPending}
              onClick={() => reset.mutate()}
            >
              Reset to default
            </Button>
          )}
          {isDirty ? <span className="text-ink-3">Unsaved changes</span> : null}
        </div>
      </div>
      <TemplatePreview organization={organization} template={template} values={form.watch()} />
    </form>
  );
}
