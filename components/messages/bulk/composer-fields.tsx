"use client";

import type { ReactNode } from "react";
import type { UseFormReturn } from "react-hook-form";
import { categoryLabels, channelLabels } from "@/components/messages/notifications/message-labels";
import { useVariables, VariablePicker } from "@/components/messages/templates/variable-picker";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Textarea } from "@/components/ui/forms/textarea";
import { channels } from "@/lib/values/delivery";
import { memberVariables } from "@/lib/values/notifications";
import type { ComposerOutput, ComposerValues } from "./composer-values";

interface ComposerFieldsProps {
  form: UseFormReturn<ComposerValues, unknown, ComposerOutput>;
  audience: ReactNode;
  location_name: string;
  /** The earliest selectable wall time. */
  earliest: string;
}

export function ComposerFields({ form, audience, location_name, earliest }: ComposerFieldsProps) {
  const { errors } = form.formState;
  const [channel, when] = form.watch(["channel", "when"]);
  const { remember, insert } = useVariables();
  return (
    <div className="flex flex-col gap-6">
      <Field label="Name" hint="Only visible to your team" error={errors.name?.message}>
        <Input autoFocus autoComplete="off" maxLength={100} {...form.register("name")} />
      </Field>
      {audience}
      <RadioGroup
        label="Category"
        name="category"
        options={[
          {
            value: "marketing",
            label: categoryLabels.marketing,
            hint: "Only sent to members with marketing consent, and not during quiet hours",
          },
          {
            value: "reminder",
            label: "Reminder",
            hint: "About the member’s own membership or visits. Sent to all members who have not opted out",
          },
        ]}
        inputProps={form.register("category")}
      />
      <RadioGroup
        label="Channel"
        name="channel"
        look="row"
        options={channels.map((value) => ({ value, label: channelLabels[value] }))}
        inputProps={form.register("channel")}
      />
      {channel === "email" || channel === "push" ? (
        <Field
          label={channel === "email" ? "Subject" : "Title"}
          optional={channel === "push"}
          error={errors.subject?.message}
        >
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
        aside={<VariablePicker variables={memberVariables} onPick={insert} />}
      >
        <Textarea rows={9} maxLength={5_000} data-variables="" {...form.register("body")} onFocus={remember} />
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
      <RadioGroup
        label="Send"
        name="when"
        look="row"
        options={[
          { value: "now", label: "Now" },
          { value: "later", label: "Later" },
        ]}
        inputProps={form.register("when")}
      />
      {when === "later" ? (
        <Field label={`Date and time in ${location_name}`} error={errors.at?.message} className="max-w-64">
          <Input type="datetime-local" min={earliest} {...form.register("at")} />
        </Field>
      ) : null}
    </div>
  );
}
