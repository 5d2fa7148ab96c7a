import type { ComponentProps } from "react";
import type { UseFormReturn } from "react-hook-form";
import { channelLabels } from "@/components/messages/notifications/message-labels";
import { languageLabels } from "@/components/messages/templates/template";
import { Section } from "@/components/ui/data/section";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import type { FieldName, MemberValues } from "./member-form-values";
import { PhoneInput } from "./phone-input";

type FieldsProps = {
  form: UseFormReturn<MemberValues, unknown, never>;
  error: (name: FieldName) => string | undefined;
};

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** The member's preferred channel and language for messages. */
export function MessageChannelFields({ form, error }: FieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Preferred channel" optional error={error("preferred_channel")}>
        <Select placeholder="No preference" options={options(channelLabels)} {...form.register("preferred_channel")} />
      </Field>
      <Field label="Language" optional error={error("language")}>
        <Select placeholder="Default of the gym" options={options(languageLabels)} {...form.register("language")} />
      </Field>
    </div>
  );
}

type GuardianProps = FieldsProps & { phone: Omit<ComponentProps<typeof PhoneInput>, "label">; isMinor: boolean };

export function GuardianFields({ form, error, phone, isMinor }: GuardianProps) {
  return (
    <Section title="Guardian">
      <div className="flex max-w-140 flex-col gap-4">
        <Field
          label="Parent or guardian"
          optional={!isMinor}
          error={error("guardian_name")}
          hint={isMinor ? "Receives all messages to the minor" : "No longer used, because the member is of age"}
        >
          <Input autoComplete="off" maxLength={160} {...form.register("guardian_name")} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Guardian e-mail" optional={!isMinor} error={error("guardian_email")}>
            <Input type="email" autoComplete="off" {...form.register("guardian_email")} />
          </Field>
          <PhoneInput label="Guardian phone" {...phone} />
        </div>
      </div>
    </Section>
  );
}
