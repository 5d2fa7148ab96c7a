"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Combobox } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { schemaOnDemand } from "@/components/ui/forms/schema-on-demand";
import { Select, type SelectOption } from "@/components/ui/forms/select";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { archiveLocation, createLocation, updateLocation } from "@/lib/client/endpoints/organization";
import { weekdays } from "@/lib/values/opening-hours";
import { HoursEditor, weekdayNames } from "./hours-editor";
import type { locationShape } from "./location-schema";
import type { LocationSettings } from "./locations-list";
import { zoneNote, zoneOptions } from "./zone-options";

const schema = () => import("./location-schema").then(({ locationShape }) => locationShape);
type Values = z.input<typeof locationShape>;
type Output = z.output<typeof locationShape>;

interface LocationSheetProps {
  organization: string;
  /** Null for a new location. */
  location: LocationSettings | null;
  /** Default values of a new location. */
  defaults: { currency: string; time_zone: string };
  currencies: readonly SelectOption[];
  closeHref: string;
}

const defaultDay = [{ opens: "06:00", closes: "22:00" }];

function valuesOf(location: LocationSettings | null, defaults: LocationSheetProps["defaults"]): Values {
  const { name, time_zone, currency, capacity, opening_hours, week_starts_on, address, phone } = location ?? {
    name: "",
    ...defaults,
    capacity: null,
    opening_hours: Object.fromEntries(weekdays.map((day) => [day, defaultDay])),
    week_starts_on: 1,
    address: null,
    phone: null,
  };
  return {
    name,
    time_zone,
    currency: currency as Output["currency"],
    capacity,
    opening_hours,
    week_starts_on,
    address,
    phone,
  };
}

const emptyIsNull = (text: unknown) => (text === "" ? null : text);

export function LocationSheet({ organization, location, defaults, currencies, closeHref }: LocationSheetProps) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm<Values, unknown, Output>({
    resolver: schemaOnDemand(schema),
    defaultValues: valuesOf(location, defaults),
  });
  const { errors } = form.formState;
  const closeWith = (message: string) => {
    toast.show({ tone: "good", message });
    router.push(closeHref, { scroll: false });
    router.refresh();
  };
  const save = useMutation({
    mutationFn: (output: Output) =>
      location
        ? api(updateLocation, { id: location.id, ...output }, { organization, if_match: location.version })
        : api(createLocation, output, { organization }),
    onSuccess: ({ name }) => closeWith(location ? `${name} was saved` : `${name} was added`),
    onError: (error) => showFormErrors(error, form.setError, Object.keys(form.getValues()) as (keyof Values)[]),
  });
  const archive = useMutation({
    mutationFn: (id: string) => api(archiveLocation, { id }, { organization }),
    onSuccess: ({ name }) => closeWith(`${name} was archived`),
    onError: (error) => form.setError("root", { message: error.message }),
  });
  return (
    <SheetDialog
      size="md"
      title={location ? location.name : "New location"}
      closeHref={closeHref}
      onSubmit={form.handleSubmit((output) => save.mutate(output))}
      footer={
        <>
          {location && !location.archived_at ? (
            <Button variant="danger-quiet" busy={archive.isPending} onClick={() => archive.mutate(location.id)}>
              Archive
            </Button>
          ) : null}
          <ButtonLink href={closeHref} size="lg" scroll={false} className="ml-auto">
            Cancel
          </ButtonLink>
          <Button type="submit" variant="primary" size="lg" busy={save.isPending}>
            {location ? "Save location" : "Add location"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError message={errors.root?.message} />
        <Field
          label="Name"
          error={errors.name?.message}
          hint="The name your members use, such as the street or district"
        >
          <Input autoFocus={!location} {...form.register("name")} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Address" optional error={errors.address?.message}>
            <Input autoComplete="off" {...form.register("address", { setValueAs: emptyIsNull })} />
          </Field>
          <Field label="Phone" optional error={errors.phone?.message}>
            <Input type="tel" autoComplete="off" {...form.register("phone", { setValueAs: emptyIsNull })} />
          </Field>
          <Controller
            control={form.control}
            name="time_zone"
            render={({ field }) => (
              <Field label="Time zone" error={errors.time_zone?.message} hint={zoneNote(field.value)}>
                <Combobox
                  options={zoneOptions()}
                  value={{ value: field.value, label: field.value.replaceAll("_", " ") }}
                  onValueChange={(option) => field.onChange(option?.value ?? "")}
                />
              </Field>
            )}
          />
          <Field label="Currency" error={errors.currency?.message}>
            <Select options={currencies} {...form.register("currency")} />
          </Field>
          <Field
            label="Capacity"
            optional
            error={errors.capacity?.message}
            hint="Used to show when the location is busy or full"
          >
            <Input
              inputMode="numeric"
              align="end"
              suffix="people"
              {...form.register("capacity", { setValueAs: emptyIsNull })}
            />
          </Field>
          <Field
            label="First day of the week"
            error={errors.week_starts_on?.message}
            hint="Used for visit quotas and reports"
          >
            <Select
              options={weekdays.map((day, index) => ({ value: String(index + 1), label: weekdayNames[day] }))}
              {...form.register("week_starts_on", { setValueAs: Number })}
            />
          </Field>
        </div>
        <Controller
          control={form.control}
          name="opening_hours"
          render={({ field, fieldState }) => (
            <HoursEditor
              legend="Opening hours"
              value={field.value}
              onValueChange={field.onChange}
              {...(fieldState.error ? { error: "Enter times such as 06:00 or 22:30" } : {})}
            />
          )}
        />
      </div>
    </SheetDialog>
  );
}
