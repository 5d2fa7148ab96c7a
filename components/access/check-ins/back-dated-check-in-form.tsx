"use client";

import { useMutation } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Combobox, type ComboOption } from "@/components/ui/forms/combobox";
import { DialogForm } from "@/components/ui/forms/dialog-form";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError, api } from "@/lib/client/api";
import { createCheckIn } from "@/lib/client/endpoints/access";
import { useMemberSearch } from "./use-member-search";

export type BackDatedCheckInProps = {
  organization: string;
  /** The open locations. `now` is the local wall time, such as 2026-03-05T17:42. */
  locations: readonly { id: string; name: string; now: string }[];
  /** The member filter of the list, preselected. */
  member: ComboOption | null;
  location_id: string | undefined;
  onDone: () => void;
};

type FieldErrors = Partial<Record<"member_id" | "check_in_time" | "reason", string>>;

/** I23: the visit counts and has a reason, but does not change the occupancy. */
export function BackDatedCheckInForm({
  organization,
  locations,
  member: initialMember,
  location_id: initialLocation,
  onDone,
}: BackDatedCheckInProps) {
  const router = useRouter();
  const toast = useToast();
  const search = useMemberSearch(organization);
  const [member, setMember] = useState(initialMember);
  const [location_id, setLocationId] = useState(initialLocation ?? locations[0]?.id ?? "");
  const [errors, setErrors] = useState<FieldErrors>({});
  const location = locations.find(({ id }) => id === location_id);
  const create = useMutation({
    mutationFn: ({ check_in_time, reason }: { check_in_time: string; reason: string }) =>
      api(
        createCheckIn,
        { member_id: member?.value ?? "", location_id, check_in_time, method: "manual", reason },
        { organization },
      ),
    onSuccess: ({ repeated }) => {
      const message = repeated
        ? `${member?.label} already has a visit at that time`
        : `Visit added for ${member?.label}`;
      toast.show({ tone: "good", message });
      router.refresh();
      onDone();
    },
    onError: (error) => {
      const rejected = error instanceof ApiError ? error.errors : [];
      setErrors(Object.fromEntries(rejected.map(({ field, message }) => [field, message])));
    },
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [check_in_time, reason] = [String(data.get("check_in_time")), String(data.get("reason")).trim()];
    const found: FieldErrors = {
      ...(member ? {} : { member_id: "Choose a member" }),
      ...(check_in_time ? {} : { check_in_time: "Enter the check-in time" }),
      ...(reason ? {} : { reason: "Enter a reason" }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) focusFirst(event.currentTarget);
    else create.mutate({ check_in_time, reason });
  }
  return (
    <DialogForm
      onSubmit={submit}
      intro={
        <p>The visit counts and uses a session if the plan is a session pack. Current occupancy does not change.</p>
      }
      error={Object.keys(errors).length > 0 ? undefined : create.error?.message}
      onCancel={onDone}
      action="Add visit"
      busy={create.isPending}
    >
      <Field label="Member" error={errors.member_id}>
        <Combobox
          placeholder="Name, phone, e-mail or member code"
          icon={<Search aria-hidden="true" />}
          search={search}
          value={member}
          onValueChange={setMember}
        />
      </Field>
      {locations.length > 1 ? (
        <Field label="Location">
          <Select
            value={location_id}
            options={locations.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) => setLocationId(target.value)}
          />
        </Field>
      ) : null}
      <Field label="Check-in time" hint={`Local time in ${location?.name}`} error={errors.check_in_time}>
        <Input key={location_id} type="datetime-local" name="check_in_time" max={location?.now} />
      </Field>
      <Field label="Reason" hint="Saved with the visit" error={errors.reason}>
        <Input name="reason" maxLength={300} placeholder="The scanner was broken" autoComplete="off" />
      </Field>
    </DialogForm>
  );
}

/** Waits until React has rendered aria-invalid. */
const focusFirst = (form: HTMLFormElement) =>
  requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
