"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { createTaxRate, updateTaxRate } from "@/lib/client/endpoints/billing-settings";
import { defaultTaxProfile } from "@/lib/values/tax/default-tax-profile";
import { type LegalEntity, parsePercent, type TaxRate } from "./entity";

interface RateSheetProps {
  organization: string;
  entity: LegalEntity;
  /** Null for a new rate. */
  rate: TaxRate | null;
  today: string;
  closeHref: string;
}

type Values = {
  tax_class: string;
  name: string;
  kind: TaxRate["kind"];
  rate_ppm: string;
  from_on: string;
  to_on: string;
};

const kinds = [
  { value: "vat", label: "VAT" },
  { value: "gst", label: "GST" },
  { value: "sales_tax", label: "Sales tax" },
];
const usualKind = (country: string): TaxRate["kind"] => {
  const kind = defaultTaxProfile(country)?.kind;
  return kind === "gst" || kind === "sales_tax" ? kind : "vat";
};

export function RateSheet({ organization, entity, rate, today, closeHref }: RateSheetProps) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm<Values>({
    defaultValues: {
      tax_class: rate?.tax_class ?? "membership",
      name: rate?.name ?? defaultTaxProfile(entity.country)?.tax_name ?? "",
      kind: rate?.kind ?? usualKind(entity.country),
      rate_ppm: rate ? `${rate.rate_ppm / 10_000}` : "",
      from_on: rate?.from_on ?? today,
      to_on: rate?.to_on ?? "",
    },
  });
  const { errors } = form.formState;
  const save = useMutation({
    mutationFn: ({ tax_class, rate_ppm, to_on, ...values }: Values) => {
      const input = { ...values, rate_ppm: parsePercent(rate_ppm) ?? -1, to_on: to_on || null };
      if (!rate) return api(createTaxRate, { id: entity.id, tax_class, ...input }, { organization });
      const changed = rate.is_used ? { to_on: input.to_on } : input;
      return api(updateTaxRate, { id: entity.id, rate_id: rate.id, ...changed }, { organization });
    },
    onSuccess: ({ name }) => {
      toast.show({ tone: "good", message: `${name} was saved` });
      router.push(closeHref, { scroll: false });
      router.refresh();
    },
    onError: (error) =>
      showFormErrors(error, form.setError, ["tax_class", "name", "kind", "rate_ppm", "from_on", "to_on"]),
  });
  const submit = form.handleSubmit((values) => {
    if (parsePercent(values.rate_ppm) !== null) return save.mutate(values);
    form.setError("rate_ppm", { message: "Enter a percentage, as 20 or 8.875" }, { shouldFocus: true });
  });
  const isFixed = rate?.is_used ?? false;
  return (
    <SheetDialog
      size="md"
      title={rate ? rate.name : "New tax rate"}
      closeHref={closeHref}
      onSubmit={submit}
      footer={
        <>
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
        {isFixed ? (
          <p>
            Documents were issued with this rate, so that it can only be ended. Add the next rate from the day after.
          </p>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name on documents" error={errors.name?.message}>
            <Input readOnly={isFixed} {...form.register("name")} />
          </Field>
          <Field label="Rate" error={errors.rate_ppm?.message}>
            <Input inputMode="decimal" align="end" suffix="%" readOnly={isFixed} {...form.register("rate_ppm")} />
          </Field>
          <Field label="Kind" error={errors.kind?.message}>
            <Select options={kinds} {...form.register("kind", { disabled: isFixed })} />
          </Field>
          <Field
            label="Tax class"
            error={errors.tax_class?.message}
            hint="Plans have the class “membership” unless you chose another"
          >
            <Input readOnly={rate !== null} {...form.register("tax_class")} />
          </Field>
          <Field label="First day" error={errors.from_on?.message}>
            <Input type="date" readOnly={isFixed} {...form.register("from_on")} />
          </Field>
          <Field label="Last day" optional error={errors.to_on?.message}>
            <Input type="date" {...form.register("to_on")} />
          </Field>
        </div>
      </div>
    </SheetDialog>
  );
}
