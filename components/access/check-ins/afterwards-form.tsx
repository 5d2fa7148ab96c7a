"use client";

import { useMutation } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Combobox, type ComboOption } from "@/components/ui/forms/combobox";
import { Field } from "@/components/ui/forms/field";
import { FormRefusal } from "@/components/ui/forms/form-refusal";
import { Input } from "@/components/ui/forms/input";
import { Select } from "@/components/ui/forms/select";
import { DialogActions } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError, api } from "@/lib/client/api";
import { createCheckIn } from "@/lib/contracts/access/check-ins";
import { useMemberSearch } from "./use-member-search";

export type AfterwardsProps = {
  organization: string;
  /** Where a visit can have been, each with its own clock: 2026-03-05T17:42. */
  places: readonly { id: string; name: string; now: string }[];
  /** Of the list that is on the screen. */
  member: ComboOption | null;
  location_id: string | undefined;
  onDone: () => void;
};

type Missing = Partial<Record<"member_id" | "check_in_time" | "reason", string>>;

/** I23: the visit counts, with its reason, and nobody is inside because of it. */
export function AfterwardsForm({ organization, places, member, location_id, onDone }: AfterwardsProps) {
  const router = useRouter();
  const toast = useToast();
  const search = useMemberSearch(organization);
  const [who, setWho] = useState(member);
  const [where, setWhere] = useState(location_id ?? places[0]?.id ?? "");
  const [missing, setMissing] = useState<Missing>({});
  const place = places.find(({ id }) => id === where);
  const enter = useMutation({
    mutationFn: ({ check_in_time, reason }: { check_in_time: string; reason: string }) =>
      api(
        createCheckIn,
        { member_id: who?.value ?? "", location_id: where, check_in_time, method: "manual", reason },
        { organization },
      ),
    onSuccess: ({ repeated }) => {
      const message = repeated
        ? `${who?.label} has a visit at that time already`
        : `The visit of ${who?.label} is entered`;
      toast.show({ tone: "good", message });
      router.refresh();
      onDone();
    },
    onError: (error) => {
      const refused = error instanceof ApiError ? error.errors : [];
      setMissing(Object.fromEntries(refused.map(({ field, message }) => [field, message])));
    },
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [check_in_time, reason] = [String(given.get("check_in_time")), String(given.get("reason")).trim()];
    const found: Missing = {
      ...(who ? {} : { member_id: "Choose the member" }),
      ...(check_in_time ? {} : { check_in_time: "Say when the visit began" }),
      ...(reason ? {} : { reason: "Say why, in a few words" }),
    };
    setMissing(found);
    if (Object.keys(found).length > 0) focusFirst(event.currentTarget);
    else enter.mutate({ check_in_time, reason });
  }
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
      <p>The visit counts and takes a session where the plan has some. It changes nothing about who is inside now.</p>
      <FormRefusal message={Object.keys(missing).length > 0 ? undefined : enter.error?.message} />
      <Field label="Member" error={missing.member_id}>
        <Combobox
          placeholder="Name, phone, email or number"
          icon={<Search aria-hidden="true" />}
          search={search}
          value={who}
          onValueChange={setWho}
        />
      </Field>
      {places.length > 1 ? (
        <Field label="Location">
          <Select
            value={where}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) => setWhere(target.value)}
          />
        </Field>
      ) : null}
      <Field label="Came at" hint={`On the clock of ${place?.name}`} error={missing.check_in_time}>
        <Input key={where} type="datetime-local" name="check_in_time" max={place?.now} />
      </Field>
      <Field label="Reason" hint="Stays with the visit, for whoever asks later" error={missing.reason}>
        <Input name="reason" maxLength={300} placeholder="The scanner was broken" autoComplete="off" />
      </Field>
      <DialogActions>
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="primary" busy={enter.isPending}>
          Enter the visit
        </Button>
      </DialogActions>
    </form>
  );
}

/** After React has marked the fields. */
const focusFirst = (form: HTMLFormElement) =>
  requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
