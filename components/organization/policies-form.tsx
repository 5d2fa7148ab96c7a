"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Control, Controller, type UseFormReturn, useForm } from "react-hook-form";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Section } from "@/components/ui/data/section";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { schemaOnDemand } from "@/components/ui/forms/schema-on-demand";
import { Select } from "@/components/ui/forms/select";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError, api } from "@/lib/client/api";
import { updateOrganization } from "@/lib/client/endpoints/organization";
import { declineWords } from "@/lib/values/decline-words";
import { defaultPolicies } from "@/lib/values/default-policies";
import { declineCodes } from "@/lib/values/gateways";
import type { Policies } from "@/lib/values/policies";
import type { OrganizationSettings } from "./organization-form";
import { choices, type PolicySentence, policyGroups, units } from "./policy-sentences";

const schema = () => import("@/lib/values/policies").then(({ policies }) => policies);
type Form = UseFormReturn<Policies, unknown, Policies>;

/** Each policy is a sentence that contains its field. */
export function PoliciesForm({ organization }: { organization: OrganizationSettings }) {
  const router = useRouter();
  const toast = useToast();
  // The saved version, used until the page has refreshed.
  const [saved_version, setSavedVersion] = useState(0);
  const { id, slug, version, currency, locale } = organization;
  const form = useForm<Policies, unknown, Policies>({
    resolver: schemaOnDemand(schema),
    values: organization.policies,
  });
  const { errors, isDirty } = form.formState;
  const save = useMutation({
    mutationFn: (changes: Policies) =>
      api(
        updateOrganization,
        { id, policies: changes },
        { organization: slug, if_match: Math.max(version, saved_version) },
      ),
    onSuccess: (saved) => {
      setSavedVersion(saved.version);
      toast.show({ tone: "good", message: "Policies saved" });
      router.refresh();
    },
    onError: (error) =>
      showFormErrors(unprefixed(error), form.setError, Object.keys(organization.policies) as (keyof Policies)[]),
  });
  return (
    <form onSubmit={form.handleSubmit((changes) => save.mutate(changes))} noValidate>
      {policyGroups.map(({ title, sentences }) => (
        <Section key={title} title={title}>
          <ul className="mt-1 divide-y divide-line">
            {sentences.map((sentence) => (
              <li key={sentence.map(({ field, text }) => field ?? text).join(" ")} className="py-3">
                <SentenceFields sentence={sentence} form={form} currency={currency} locale={locale} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <div className="flex flex-wrap items-center gap-3 border-line border-t px-gutter py-4">
        {errors.root ? (
          <div className="w-full">
            <FormError message={errors.root.message} />
          </div>
        ) : null}
        <Button type="submit" variant="primary" size="lg" busy={save.isPending}>
          Save policies
        </Button>
        <Button variant="quiet" size="lg" onClick={() => form.reset(defaultPolicies, { keepDefaultValues: true })}>
          Reset to defaults
        </Button>
        {isDirty ? <span className="text-ink-3">Unsaved changes</span> : null}
      </div>
    </form>
  );
}

const isTime = (field: string): boolean => /_hours_(from|to)$|_time$/.test(field);

/** Removes the prefix of the API's field names: "policies.waiver" becomes "waiver". */
function unprefixed(error: Error): Error {
  if (!(error instanceof ApiError)) return error;
  const errors = error.errors.map(({ field, message }) => ({ field: field.replace(/^policies\./, ""), message }));
  return new ApiError(error.status, error.code, error.message, errors);
}

interface SentenceProps {
  sentence: PolicySentence;
  form: Form;
  currency: string;
  locale: string;
}

function SentenceFields({ sentence, form, currency, locale }: SentenceProps) {
  const { errors } = form.formState;
  const messages = sentence.flatMap(({ field }) => (field && errors[field]?.message ? [errors[field].message] : []));
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-ink">
        {sentence.map(({ field, text, label }) =>
          field ? (
            <PolicyField
              key={field}
              field={field}
              label={label ?? text}
              form={form}
              currency={currency}
              locale={locale}
            />
          ) : (
            <span key={text}>{text}</span>
          ),
        )}
      </div>
      {messages.map((message) => (
        <p key={message} className="ui-error mt-1.5" role="alert">
          {message}
        </p>
      ))}
    </>
  );
}

interface PolicyFieldProps extends Omit<SentenceProps, "sentence"> {
  field: keyof Policies;
  label: string;
}

function PolicyField({ field, label, form, currency, locale }: PolicyFieldProps) {
  const options = choices[field];
  if (options) return <Select aria-label={label} className="w-auto" options={options} {...form.register(field)} />;
  if (field === "overdue_amount_minor") {
    return <AmountField control={form.control} label={label} currency={currency} locale={locale} />;
  }
  const invalid = form.formState.errors[field] ? true : undefined;
  if (isTime(field)) {
    return <Input type="time" aria-label={label} aria-invalid={invalid} className="w-32" {...form.register(field)} />;
  }
  if (field === "expiring_notice_days" || field === "payment_reminder_days" || field === "dunning_days") {
    return (
      <Input
        aria-label={label}
        aria-invalid={invalid}
        className="w-24"
        placeholder="3, 7"
        {...form.register(field, { setValueAs: daysOf })}
      />
    );
  }
  if (field === "dunning_stop_codes") return <StopCodes label={label} form={form} />;
  return (
    <Input
      aria-label={label}
      aria-invalid={invalid}
      className="w-24"
      inputMode="numeric"
      align="end"
      suffix={units[field]}
      {...form.register(field, { setValueAs: isOptional(field) ? daysOrNever : numberOf })}
    />
  );
}

const isOptional = (field: keyof Policies): boolean =>
  field === "unpaid_ends_membership_days" || field === "unpaid_write_off_days";

const numberOf = (text: unknown): number => (String(text).trim() === "" ? Number.NaN : Number(text));
const daysOrNever = (text: unknown): number | null => (String(text ?? "").trim() === "" ? null : numberOf(text));

/** Invalid numbers become 0, which the schema rejects with its message. */
const daysOf = (text: unknown): number[] =>
  String(text)
    .split(",")
    .filter((part) => part.trim() !== "")
    .map((part) => Number(part) || 0);

/** A box per answer of a bank. */
function StopCodes({ label, form }: { label: string; form: Form }) {
  return (
    <fieldset className="mt-1 grid w-full gap-x-6 gap-y-1.5 sm:grid-cols-2">
      <legend className="sr-only">{label}</legend>
      {declineCodes.map((code) => (
        <label key={code} className="flex items-center gap-2">
          <input type="checkbox" value={code} {...form.register("dunning_stop_codes")} />
          <span className="first-letter:uppercase">{declineWords.en[code]}</span>
        </label>
      ))}
    </fieldset>
  );
}

type AmountFieldProps = {
  control: Control<Policies, unknown, Policies>;
  label: string;
  currency: string;
  locale: string;
};

function AmountField({ control, label, currency, locale }: AmountFieldProps) {
  return (
    <Controller
      control={control}
      name="overdue_amount_minor"
      render={({ field }) => (
        <MoneyInput
          aria-label={label}
          className="w-32"
          placeholder="no limit"
          currency={currency}
          locale={locale}
          value={field.value}
          onValueChange={field.onChange}
        />
      )}
    />
  );
}
