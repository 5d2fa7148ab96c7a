"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import type { OwnProfile } from "@/components/access/passes/pass-facts";
import { Button } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError, api } from "@/lib/client/api";
import { updateOwnProfile } from "@/lib/client/endpoints/me";
import { type ContactValues, contactFields, contactOf, toContactInput } from "./contact-values";

/** The member's contact details and emergency contact. */
export function ContactForm({ organization, profile }: { organization: string; profile: OwnProfile }) {
  const router = useRouter();
  const { show } = useToast();
  const form = useForm<ContactValues>({
    values: contactOf(profile),
    resetOptions: { keepDirtyValues: true },
  });
  const { errors, isDirty } = form.formState;
  const save = useMutation({
    mutationFn: (values: ContactValues) =>
      api(updateOwnProfile, toContactInput(values), { organization, if_match: profile.version }),
    onSuccess: (saved) => {
      form.reset(contactOf(saved));
      show({ tone: "good", message: "Saved" });
      router.refresh();
    },
    onError: (error) => {
      const rejected = error instanceof ApiError ? error.errors : [];
      for (const { field, message } of rejected) {
        const name = contactFields.find((one) => one === field);
        if (name) form.setError(name, { message }, { shouldFocus: true });
      }
    },
  });
  return (
    <form
      onSubmit={form.handleSubmit((values) => save.mutate(values))}
      noValidate
      className="flex flex-col gap-4"
      aria-label="Contact"
    >
      {save.error && !isAboutFields(save.error) ? (
        <SaveError error={save.error} onReload={() => router.refresh()} organization={organization} />
      ) : null}
      <Field label="Phone" optional hint="With country code, such as +1 415 555 0132" error={errors.phone?.message}>
        <Input size="touch" type="tel" autoComplete="tel" {...form.register("phone")} />
      </Field>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 text-16 font-strong text-ink">Emergency contact</legend>
        <Field label="Contact name" optional error={errors.emergency_contact_name?.message}>
          <Input size="touch" autoComplete="off" {...form.register("emergency_contact_name")} />
        </Field>
        <Field label="Contact phone" optional error={errors.emergency_contact_phone?.message}>
          <Input size="touch" type="tel" autoComplete="off" {...form.register("emergency_contact_phone")} />
        </Field>
        <Field
          label="Relationship"
          optional
          hint="Such as sister, partner or friend"
          error={errors.emergency_contact_relation?.message}
        >
          <Input size="touch" autoComplete="off" {...form.register("emergency_contact_relation")} />
        </Field>
      </fieldset>
      <Checkbox
        label="Send me offers and news"
        className="min-h-11 items-center"
        {...form.register("has_marketing_consent")}
      />
      <Button
        type="submit"
        variant="primary"
        size="touch"
        full
        busy={save.isPending}
        disabled={!isDirty && !save.isPending}
      >
        Save
      </Button>
    </form>
  );
}

const isAboutFields = (error: Error): boolean =>
  error instanceof ApiError && error.errors.some(({ field }) => contactFields.some((name) => name === field));

function SaveError({ error, organization, onReload }: { error: Error; organization: string; onReload: () => void }) {
  const status = error instanceof ApiError ? error.status : 0;
  return (
    <Callout tone="bad" role="alert" title={error.message}>
      {status === 401 ? (
        <TextLink href={`/sign-in?next=/me/${organization}/you`} target="_blank">
          Sign in
        </TextLink>
      ) : null}
      {status === 412 ? (
        <Button size="touch" onClick={onReload} className="mt-2">
          Reload
        </Button>
      ) : null}
    </Callout>
  );
}
