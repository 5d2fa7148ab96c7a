"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { Select, type SelectOption } from "@/components/ui/forms/select";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Textarea } from "@/components/ui/forms/textarea";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { archiveCompany, createCompany, updateCompany } from "@/lib/client/endpoints/billing-settings";
import type { getCompany } from "@/lib/contracts/billing/companies";
import type { Output } from "@/lib/contracts/contract";
import { gstStates } from "@/lib/values/tax/gst-states";

export type Company = Output<typeof getCompany>;

interface CompanySheetProps {
  organization: string;
  /** Null for a new company. */
  company: Company | null;
  countries: readonly SelectOption[];
  /** The memberships that the company pays for. */
  paysFor: ReactNode;
  closeHref: string;
}

const names = ["name", "address", "country", "state_code", "tax_id", "email"] as const;
type Values = Record<(typeof names)[number], string>;

const orNull = (text: string): string | null => text.trim() || null;

export function CompanySheet({ organization, company, countries, paysFor, closeHref }: CompanySheetProps) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm<Values>({
    defaultValues: Object.fromEntries(names.map((name) => [name, company?.[name] ?? ""])),
  });
  const { errors } = form.formState;
  const closeWith = (message: string) => {
    toast.show({ tone: "good", message });
    router.push(closeHref, { scroll: false });
    router.refresh();
  };
  const save = useMutation({
    mutationFn: ({ name, address, country, state_code, tax_id, email }: Values) => {
      const input = {
        name,
        address: orNull(address),
        country: orNull(country),
        state_code: country === "IN" ? orNull(state_code) : null,
        tax_id: orNull(tax_id),
        email: orNull(email),
      };
      return company
        ? api(updateCompany, { id: company.id, ...input }, { organization, if_match: company.version })
        : api(createCompany, input, { organization });
    },
    onSuccess: ({ name }) => closeWith(`${name} was saved`),
    onError: (error) => showFormErrors(error, form.setError, names),
  });
  const archive = useMutation({
    mutationFn: (id: string) => api(archiveCompany, { id }, { organization }),
    onSuccess: ({ name }) => closeWith(`${name} was archived`),
    onError: (error) => form.setError("root", { message: error.message }),
  });
  return (
    <SheetDialog
      size="md"
      title={company ? company.name : "New company"}
      closeHref={closeHref}
      onSubmit={form.handleSubmit((values) => save.mutate(values))}
      footer={
        <>
          {company && !company.archived_at ? (
            <Button variant="danger-quiet" busy={archive.isPending} onClick={() => archive.mutate(company.id)}>
              Archive
            </Button>
          ) : null}
          <ButtonLink href={closeHref} size="lg" scroll={false} className="ml-auto">
            Cancel
          </ButtonLink>
          <Button type="submit" variant="primary" size="lg" busy={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError message={errors.root?.message} />
        <Field label="Name" error={errors.name?.message}>
          <Input autoFocus={!company} {...form.register("name")} />
        </Field>
        <Field label="Address" optional error={errors.address?.message}>
          <Textarea rows={2} {...form.register("address")} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Country" optional error={errors.country?.message}>
            <Select options={countries} placeholder="Choose a country" {...form.register("country")} />
          </Field>
          {form.watch("country") === "IN" ? (
            <Field label="GST state" optional error={errors.state_code?.message}>
              <Select
                placeholder="Choose a state"
                options={gstStates.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
                {...form.register("state_code")}
              />
            </Field>
          ) : null}
          <Field label="Tax id" optional error={errors.tax_id?.message}>
            <Input {...form.register("tax_id")} />
          </Field>
          <Field label="E-mail for invoices" optional error={errors.email?.message}>
            <Input type="email" autoComplete="off" {...form.register("email")} />
          </Field>
        </div>
        {paysFor}
      </div>
    </SheetDialog>
  );
}
