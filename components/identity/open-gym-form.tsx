"use client";

import type { ReactNode } from "react";
import type { ButtonSize } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import type { SelectOption } from "@/components/ui/forms/select";
import { usePlainForm } from "@/components/ui/forms/use-plain-form";
import { api } from "@/lib/client/api";
import type { Input as InputOf, Output } from "@/lib/client/endpoint";
import { createOrganization } from "@/lib/client/endpoints/organization";
import { fieldAttributes, fieldChecks } from "./field-rules";
import { browserLocale, GymFields, gymFieldNames } from "./gym-fields";

export type OpenedGym = Output<typeof createOrganization>;

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
  const { form, errors, isPending, recheck } = usePlainForm({
    fields: [...gymFieldNames, "owner_email"],
    checks: names_owner ? { owner_email: fieldChecks.email } : {},
    send: async ({ owner_email, ...gym }) => {
      const input = { ...gym, ...(names_owner ? { owner_email } : {}), locale: browserLocale() };
      onOpened(await api(createOrganization, input as InputOf<typeof createOrganization>));
      // Busy until the next page or the closed dialog replaces the form.
      await new Promise(() => {});
    },
  });
  return (
    <form {...form} className="flex flex-col gap-4">
      <FormError message={errors.root} />
      <GymFields currencies={currencies} size={size} errors={errors} onChoice={recheck} />
      {names_owner ? (
        <Field
          label="Owner's e-mail"
          error={errors.owner_email}
          hint="The owner gets an invitation link that expires after 7 days."
        >
          <Input size={size} name="owner_email" autoComplete="off" {...fieldAttributes.email} />
        </Field>
      ) : null}
      {actions(isPending)}
    </form>
  );
}
