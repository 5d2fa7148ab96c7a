"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup, type RadioOption } from "@/components/ui/forms/radio-group";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { updateStaffMember } from "@/lib/client/endpoints/team";
import type { StaffRole } from "@/lib/values/permissions";
import { LocationChoice } from "./location-choice";
import { asRole } from "./role-descriptions";
import type { StaffLocation } from "./staff-location";
import type { StaffMember } from "./staff-member";

interface RoleDialogProps {
  organization: string;
  person: StaffMember;
  roles: readonly RadioOption[];
  locations: readonly StaffLocation[];
  reaches_all: boolean;
  onClose: () => void;
}

export function RoleDialog({ organization, person, roles, locations, reaches_all, onClose }: RoleDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const [role, setRole] = useState<StaffRole>(person.role);
  const [title, setTitle] = useState(person.title ?? "");
  const [location_ids, setLocations] = useState(person.location_ids);
  const changes = { role, location_ids, title: title.trim() || null };
  const save = useMutation({
    mutationFn: (change: typeof changes) => api(updateStaffMember, { id: person.id, ...change }, { organization }),
    onSuccess: (_, change) => {
      const { role, location_ids, title } = person;
      const undo = () => save.mutate({ role, location_ids, title });
      const message =
        change.role === person.role ? `${person.name} was saved` : `${person.name} is now ${asRole(change.role)}`;
      toast.show({ tone: "good", message, action: { label: "Undo", onAction: undo } });
      router.refresh();
      onClose();
    },
  });
  const changes_role = role !== person.role;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Role and locations of ${person.name}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={save.isPending} onClick={() => save.mutate(changes)}>
            {changes_role ? `Make them ${asRole(role)}` : "Save"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={save.error?.message} />
        <RadioGroup
          label="Role"
          name="role"
          look="cards"
          options={roles}
          value={role}
          onValueChange={(value) => setRole(value as StaffRole)}
        />
        <LocationChoice
          locations={locations}
          value={location_ids}
          onValueChange={setLocations}
          allowAll={reaches_all}
        />
        <Field label="Title" optional hint="Shown to members next to the name">
          <Input
            value={title}
            maxLength={80}
            placeholder="Head coach"
            onChange={({ target }) => setTitle(target.value)}
          />
        </Field>
        <p className="text-ink-3">Changes take effect immediately, even if they are signed in.</p>
      </div>
    </Dialog>
  );
}
