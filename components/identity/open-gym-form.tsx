"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormProvider, useForm, useFormContext } from "react-hook-form";
import type { z } from "zod";
import type { ButtonSize } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormRefusal } from "@/components/ui/forms/form-refusal";
import { Input } from "@/components/ui/forms/input";
import type { SelectOption } from "@/components/ui/forms/select";
import { showRefusal } from "@/components/ui/forms/show-refusal";
import { api } from "@/lib/client/api";
import type { Output } from "@/lib/contracts/contract";
import { createOrganization } from "@/lib/contracts/organization/new-organization";
import { emailAddress } from "@/lib/values/email";
import { GymFields, gymFieldNames, useRegionOfBrowser } from "./gym-fields";

export type OpenedGym = Output<typeof createOrganization>;

const own = createOrganization.input;
const forSomebody = own.extend({ owner_email: emailAddress });
type Values = z.input<typeof own>;
type Given = z.output<typeof own>;

interface OpenGymFormProps {
  currencies: readonly SelectOption[];
  /** The owner is somebody else, who is invited by mail. */
  names_owner?: boolean;
  size?: ButtonSize;
  onOpened: (gym: OpenedGym) => void;
  /** The submit button, and what stands beside it. */
  actions: (isBusy: boolean) => ReactNode;
}

export function OpenGymForm({ currencies, names_owner = false, size, onOpened, actions }: OpenGymFormProps) {
  const form = useForm<Values, unknown, Given>({
    resolver: zodResolver(names_owner ? forSomebody : own),
    defaultValues: {
      name: "",
      location_name: "",
      time_zone: "",
      currency: "USD",
      ...(names_owner ? { owner_email: "" } : {}),
    },
  });
  useRegionOfBrowser(form);
  const { errors } = form.formState;
  const open = useMutation({
    mutationFn: (given: Given) => api(createOrganization, given),
    onSuccess: onOpened,
    onError: (error) => showRefusal(error, form.setError, [...gymFieldNames, "owner_email"]),
  });
  return (
    <FormProvider {...form}>
      <form onSubmit={form.handleSubmit((given) => open.mutate(given))} noValidate className="flex flex-col gap-4">
        <FormRefusal message={errors.root?.message} />
        <GymFields currencies={currencies} size={size} />
        {names_owner ? <OwnerField size={size} /> : null}
        {actions(open.isPending || open.isSuccess)}
      </form>
    </FormProvider>
  );
}

/** A component of its own, so that it registers after the gym's fields: the first field that is refused gets the focus. */
function OwnerField({ size }: { size: ButtonSize | undefined }) {
  const { register, formState } = useFormContext<Values>();
  return (
    <Field
      label="Email of the owner"
      error={formState.errors.owner_email?.message}
      hint="They get a link that works for 7 days."
    >
      <Input size={size} type="email" autoComplete="off" {...register("owner_email")} />
    </Field>
  );
}
