import type { UseFormReturn } from "react-hook-form";
import { Section } from "@/components/ui/data/section";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { Textarea } from "@/components/ui/forms/textarea";
import { isMinorOn } from "@/lib/values/minor";
import type { Policies } from "@/lib/values/policies";
import type { Gender } from "@/lib/values/statuses";
import type { FieldName, MemberValues } from "./member-form-values";
import { GuardianFields, MessageChannelFields } from "./message-channel-fields";
import { PhoneInput } from "./phone-input";

/** `today` is the current day in the location's time zone. */
export type HomeLocation = { id: string; name: string; today: string };

export type SignaturePolicy = Pick<Policies, "adult_age" | "guardian">;

const guardianHints: Record<Policies["guardian"], (adult_age: number) => string> = {
  block: (adult_age) => `Required for check-in under the age of ${adult_age}`,
  warn: (adult_age) => `If missing, the front desk sees a warning for members under ${adult_age}`,
  off: () => "Not checked at check-in",
};

interface MemberFieldsProps {
  form: UseFormReturn<MemberValues, unknown, never>;
  locations: readonly HomeLocation[];
  tags: readonly string[];
  calling_code: string;
  policy: SignaturePolicy;
}

const genderWords: Record<Gender, string> = {
  female: "Female",
  male: "Male",
  other: "Other",
  undisclosed: "Prefer not to say",
};
const genders = Object.entries(genderWords).map(([value, label]) => ({ value, label }));
/** A complete date of a date field. */
const isDate = /^\d{4}-\d{2}-\d{2}$/;
const twoColumns = "grid gap-4 sm:grid-cols-2";

export function MemberFields({ form, locations, tags, calling_code, policy }: MemberFieldsProps) {
  const { errors } = form.formState;
  const error = (name: FieldName) => errors[name]?.message;
  const birth_on = form.watch("birth_on");
  const home = form.watch("home_location_id");
  const today = locations.find(({ id }) => id === home)?.today ?? "";
  const is_minor = isDate.test(birth_on) && birth_on <= today && isMinorOn(birth_on, today, policy.adult_age);
  const phone = (name: "phone" | "emergency_contact_phone" | "guardian_phone") => ({
    calling_code,
    error: error(name),
    field: form.register(name),
    onNormalize: (e164: string) => form.setValue(name, e164, { shouldDirty: true, shouldValidate: true }),
  });
  return (
    <>
      <Section title="Personal details">
        <div className="mt-2 flex max-w-140 flex-col gap-4">
          <div className={twoColumns}>
            <Field label="First name" error={error("first_name")}>
              <Input autoFocus autoComplete="off" maxLength={80} {...form.register("first_name")} />
            </Field>
            <Field label="Last name" optional error={error("last_name")}>
              <Input autoComplete="off" maxLength={80} {...form.register("last_name")} />
            </Field>
            <Field label="Birthday" optional error={error("birth_on")}>
              <Input type="date" max={today} {...form.register("birth_on")} />
            </Field>
            <Field label="Gender" optional error={error("gender")}>
              <Select placeholder="Not specified" options={genders} {...form.register("gender")} />
            </Field>
          </div>
        </div>
      </Section>
      <Section title="Contact">
        <div className="mt-2 flex max-w-140 flex-col gap-4">
          <div className={twoColumns}>
            <Field label="E-mail" optional error={error("email")} hint="Used for the pass and for messages">
              <Input type="email" autoComplete="off" {...form.register("email")} />
            </Field>
            <PhoneInput label="Phone" {...phone("phone")} />
          </div>
          <MessageChannelFields form={form} error={error} />
          <Field label="Address" optional error={error("address")}>
            <Textarea rows={2} maxLength={300} {...form.register("address")} />
          </Field>
        </div>
      </Section>
      <Section title="Membership details">
        <div className="mt-2 flex max-w-140 flex-col gap-4">
          <div className={twoColumns}>
            <Field label="Home location" error={error("home_location_id")}>
              <Select
                options={locations.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.register("home_location_id")}
              />
            </Field>
            <Field label="Joined on" error={error("joined_on")}>
              <Input type="date" {...form.register("joined_on")} />
            </Field>
          </div>
          <Field label="Tags" optional error={error("tags")} hint="Separated by commas">
            <Input autoComplete="off" list="known-tags" {...form.register("tags")} />
          </Field>
          <datalist id="known-tags">
            {tags.map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <Field
            label="Notes"
            optional
            error={error("notes")}
            hint="Visible to staff. Enter health details under medical information"
          >
            <Textarea rows={3} maxLength={4000} {...form.register("notes")} />
          </Field>
        </div>
      </Section>
      {is_minor || form.watch("guardian_name") || form.watch("guardian_email") || form.watch("guardian_phone") ? (
        <GuardianFields form={form} error={error} phone={phone("guardian_phone")} isMinor={is_minor} />
      ) : null}
      <Section title="Emergency contact">
        <div className="mt-2 flex max-w-140 flex-col gap-4">
          <div className={twoColumns}>
            <Field label="Contact name" optional error={error("emergency_contact_name")}>
              <Input autoComplete="off" {...form.register("emergency_contact_name")} />
            </Field>
            <Field label="Relationship" optional error={error("emergency_contact_relation")}>
              <Input autoComplete="off" placeholder="Sister" {...form.register("emergency_contact_relation")} />
            </Field>
          </div>
          <PhoneInput label="Contact phone" {...phone("emergency_contact_phone")} />
        </div>
      </Section>
      <Section title="Signatures">
        <div className="mt-2 flex max-w-140 flex-col gap-3">
          <Checkbox label="Waiver signed" {...form.register("has_signed_waiver")} />
          {is_minor ? (
            <Checkbox
              label="Guardian has signed"
              hint={guardianHints[policy.guardian](policy.adult_age)}
              {...form.register("has_guardian_signature")}
            />
          ) : null}
          <Checkbox
            label="Marketing consent"
            hint="Only with the member’s consent. The date is recorded"
            {...form.register("has_marketing_consent")}
          />
        </div>
      </Section>
    </>
  );
}
