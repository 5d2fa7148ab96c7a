"use client";

import { useMutation } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { Button } from "@/components/ui/controls/button";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup, type RadioOption } from "@/components/ui/forms/radio-group";
import { schemaOnDemand } from "@/components/ui/forms/schema-on-demand";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import type { Input as InputOf, Parsed } from "@/lib/client/endpoint";
import { createInvitation } from "@/lib/client/endpoints/team";
import type { StaffRole } from "@/lib/values/permissions";
import { LocationChoice } from "./location-choice";
import type { StaffLocation } from "./staff-location";

interface InviteProps {
  organization: string;
  roles: readonly RadioOption[];
  locations: readonly StaffLocation[];
  reaches_all: boolean;
}

export function InviteButton({ is_open, ...props }: InviteProps & { is_open: boolean }) {
  const [open, setOpen] = useState(is_open);
  return (
    <>
      <Button variant="primary" icon={<UserPlus aria-hidden="true" />} onClick={() => setOpen(true)}>
        Invite staff member
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Invite staff member">
        <InviteForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

const schema = () => import("@/lib/contracts/team/invitations").then((contracts) => contracts.createInvitation.input);
type Values = InputOf<typeof createInvitation>;
type Valid = Parsed<typeof createInvitation>;

function InviteForm({ organization, roles, locations, reaches_all, onDone }: InviteProps & { onDone: () => void }) {
  const router = useRouter();
  const toast = useToast();
  const form = useForm<Values, unknown, Valid>({
    resolver: schemaOnDemand(schema),
    defaultValues: {
      email: "",
      role: (roles[0]?.value ?? "receptionist") as StaffRole,
      location_ids: reaches_all ? [] : locations.map(({ id }) => id),
    },
  });
  const { errors } = form.formState;
  const invite = useMutation({
    mutationFn: (values: Valid) => api(createInvitation, values, { organization }),
    onSuccess: ({ email }) => {
      toast.show({ tone: "good", message: `Invitation sent to ${email}` });
      router.refresh();
      onDone();
    },
    onError: (error) => showFormErrors(error, form.setError, ["email", "role", "location_ids"]),
  });
  return (
    <DialogForm
      onSubmit={form.handleSubmit((values) => invite.mutate(values))}
      intro={<p>They receive an e-mail with a link to join. The link expires after 7 days.</p>}
      error={errors.root?.message}
      onCancel={onDone}
      action="Send invitation"
      busy={invite.isPending}
    >
      <Field label="E-mail" error={errors.email?.message}>
        <Input type="email" autoComplete="off" autoFocus {...form.register("email")} />
      </Field>
      <RadioGroup
        label="Role"
        name="role"
        look="cards"
        options={roles}
        inputProps={form.register("role")}
        error={errors.role?.message}
      />
      <Controller
        control={form.control}
        name="location_ids"
        render={({ field }) => (
          <LocationChoice
            locations={locations}
            value={field.value ?? []}
            onValueChange={field.onChange}
            allowAll={reaches_all}
            error={errors.location_ids?.message}
          />
        )}
      />
    </DialogForm>
  );
}
