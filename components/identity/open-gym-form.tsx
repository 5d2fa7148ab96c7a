"use client";

import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormProvider, useForm, useFormContext } from "react-hook-form";
import type { ButtonSize } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import type { SelectOption } from "@/components/ui/forms/select";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { api } from "@/lib/client/api";
import type { Input as InputOf, Output } from "@/lib/client/endpoint";
import { createOrganization } from "@/lib/client/endpoints/organization";
import { fieldRules } from "./field-rules";
import { GymFields, gymFieldNames, useBrowserRegion } from "./gym-fields";

export type OpenedGym = Output<typeof createOrganization>;

type Values = InputOf<typeof createOrganization>;

interface OpenGymFormProps {
  currencies: readonly SelectOption[];
  /** The owner is another person, who gets an invitation by email. */
  names_owner?: boolean;
  size?: ButtonSize;
  onOpened: (gym: OpenedGym) => void;
  /** The submit button and the buttons beside it. */
  actions: (isBusy: boolean) => ReactNode;
}

export function OpenGymForm({ currencies, names_owner = false, size, onOpened, actions }: OpenGymFormProps) {
  const form = useForm<Values>({
    defaultValues: {
      name: "",
      location_name: "",
      time_zone: "",
      currency: "USD",
      ...(names_owner ? { owner_email: "" } : {}),
    },
  });
  useBrowserRegion(form);
  const { errors } = form.formState;
  const open = useMutation({
    mutationFn: (values: Values) => api(createOrganization, values),
    onSuccess: onOpened,
    onError: (error) => showFormErrors(error, form.setError, [...gymFieldNames, "owner_email"]),
  });
  return (
    <FormProvider {...form}>
      <form onSubmit={form.handleSubmit((values) => open.mutate(values))} noValidate className="flex flex-col gap-4">
        <FormError message={errors.root?.message} />
        <GymFields currencies={currencies} size={size} />
        {names_owner ? <OwnerField size={size} /> : null}
        {actions(open.isPending || open.isSuccess)}
      </form>
    </FormProvider>
  );
}

/** A separate component so that the field registers after the gym fields: focus goes to the first invalid field. */
function OwnerField({ size }: { size: ButtonSize | undefined }) {
  const { register, formState } = useFormContext<Values>();
  return (
    <Field
      label="Owner's email"
      error={formState.errors.owner_email?.message}
      hint="The owner gets an invitation link that expires after 7 days."
    >
      <Input size={size} type="email" autoComplete="off" {...register("owner_email", fieldRules.email)} />
    </Field>
  );
}
