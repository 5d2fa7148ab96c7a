"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller, useForm, useWatch } from "react-hook-form";
import type { z } from "zod";
import { Button } from "@/components/ui/controls/button";
import { Section } from "@/components/ui/data/section";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { schemaOnDemand } from "@/components/ui/forms/schema-on-demand";
import { Select, type SelectOption } from "@/components/ui/forms/select";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { updateOrganization } from "@/lib/client/endpoints/organization";
import type { Output } from "@/lib/contracts/contract";
import type { getOrganization } from "@/lib/contracts/organization/organizations";
import { formatMoney } from "@/lib/values/money";
import { BrandField } from "./brand-field";
import { localeOption, localeOptions } from "./locale-options";
import type { organizationShape } from "./organization-schema";

export type OrganizationSettings = Output<typeof getOrganization>;

const schema = () => import("./organization-schema").then(({ organizationShape }) => organizationShape);
type Values = z.input<typeof organizationShape>;

interface OrganizationFormProps {
  organization: OrganizationSettings;
  currencies: readonly SelectOption[];
}

export function OrganizationForm({ organization, currencies }: OrganizationFormProps) {
  const router = useRouter();
  const toast = useToast();
  // The saved version, used until the page has refreshed.
  const [saved_version, setSavedVersion] = useState(0);
  const { id, slug, version, name, locale, currency, brand_color, member_code_prefix } = organization;
  const form = useForm<Values>({
    resolver: schemaOnDemand(schema),
    values: { name, locale, currency: currency as Values["currency"], brand_color, member_code_prefix },
  });
  const { errors, isDirty } = form.formState;
  const values = useWatch({ control: form.control }) as Values;
  const save = useMutation({
    mutationFn: (changes: Values) =>
      api(updateOrganization, { id, ...changes }, { organization: slug, if_match: Math.max(version, saved_version) }),
    onSuccess: (saved) => {
      setSavedVersion(saved.version);
      toast.show({ tone: "good", message: "Settings saved" });
      router.refresh();
    },
    onError: (error) => showFormErrors(error, form.setError, Object.keys(form.getValues()) as (keyof Values)[]),
  });
  return (
    <form onSubmit={form.handleSubmit((changes) => save.mutate(changes))} noValidate className="border-line border-t">
      <Section title="Gym">
        <div className="mt-3 flex max-w-140 flex-col gap-4">
          <Field label="Name" error={errors.name?.message} hint={`The URL name /${slug} does not change`}>
            <Input {...form.register("name")} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Controller
              control={form.control}
              name="locale"
              render={({ field }) => (
                <Field label="Number and date format" error={errors.locale?.message} hint={sample(values)}>
                  <Combobox
                    options={localeOptions()}
                    value={localeOption(field.value)}
                    onValueChange={(option) => field.onChange(option?.value ?? "")}
                  />
                </Field>
              )}
            />
            <Field
              label="Currency"
              error={errors.currency?.message}
              hint={
                values.currency === currency
                  ? "For new plans and locations"
                  : "Plans and memberships keep their currency"
              }
            >
              <Select options={currencies} {...form.register("currency")} />
            </Field>
            <Field
              label="Member code prefix"
              error={errors.member_code_prefix?.message}
              hint={`Member codes look like ${(values.member_code_prefix ?? "").toUpperCase()}-0001`}
            >
              <Input maxLength={4} {...form.register("member_code_prefix")} />
            </Field>
          </div>
        </div>
      </Section>
      <Section title="Brand" meta={<span className="text-ink-3">one colour, with sufficient contrast everywhere</span>}>
        <Controller
          control={form.control}
          name="brand_color"
          render={({ field, fieldState }) => (
            <BrandField
              value={field.value ?? ""}
              onValueChange={field.onChange}
              error={fieldState.error?.message}
              gym_name={values.name || name}
            />
          )}
        />
      </Section>
      <div className="flex flex-wrap items-center gap-3 border-line border-t px-gutter py-4">
        {errors.root ? (
          <div className="w-full">
            <FormError message={errors.root.message} />
          </div>
        ) : null}
        <Button type="submit" variant="primary" size="lg" busy={save.isPending}>
          Save settings
        </Button>
        {isDirty ? <span className="text-ink-3">Unsaved changes</span> : null}
      </div>
    </form>
  );
}

/** An example amount and date in the selected format. */
function sample({ locale, currency }: Partial<Values>): string {
  try {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(Date.UTC(2026, 2, 5));
    return `${formatMoney(14_823_500, currency ?? "USD", locale ?? "en")} · ${day}`;
  } catch {
    return "Choose a format from the list";
  }
}
