"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { Input } from "@/components/ui/forms/input";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError, api } from "@/lib/client/api";
import { createCheckIn } from "@/lib/client/endpoints/access";
import type { EntryRefusal } from "@/lib/contracts/access/check-ins";

interface CheckInButtonProps {
  organization: string;
  member: { id: string; first_name: string };
  location: { id: string; name: string };
  canOverride: boolean;
  icon: ReactNode;
}

export function CheckInButton({ organization, member, location, canOverride, icon }: CheckInButtonProps) {
  const [reason, setReason] = useState("");
  const router = useRouter();
  const toast = useToast();
  const checkIn = useMutation({
    mutationFn: (override_reason?: string) =>
      api(
        createCheckIn,
        {
          member_id: member.id,
          location_id: location.id,
          method: "manual",
          ...(override_reason && { override_reason }),
        },
        { organization },
      ),
    onSuccess: ({ repeated }) => {
      toast.show({
        tone: "good",
        message: repeated
          ? `${member.first_name} is already checked in`
          : `${member.first_name} was checked in at ${location.name}`,
      });
      router.refresh();
    },
    onError: (error) => {
      if (!refusalOf(error)) toast.show({ tone: "bad", message: error.message });
    },
  });
  const refusal = refusalOf(checkIn.error);
  const may_override = canOverride && refusal?.is_overridable;
  return (
    <>
      <Button
        icon={icon}
        // From the dashboard, one key away.
        autoFocus={useSearchParams().get("do") === "check-in"}
        busy={checkIn.isPending && !refusal}
        onClick={() => checkIn.mutate(undefined)}
      >
        Check in
      </Button>
      {refusal ? (
        <Dialog
          open
          onClose={checkIn.reset}
          title={refusal.title}
          actions={
            <>
              <Button onClick={checkIn.reset}>Close</Button>
              {may_override ? (
                <Button disabled={reason.trim() === ""} onClick={() => checkIn.mutate(reason.trim())}>
                  Let in once
                </Button>
              ) : null}
            </>
          }
        >
          <p>{refusal.tell_staff}</p>
          {may_override ? (
            <Field label="Reason for letting in once" className="mt-4">
              <Input value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
            </Field>
          ) : null}
        </Dialog>
      ) : null}
    </>
  );
}

const refusalOf = (error: Error | null): EntryRefusal | undefined =>
  error instanceof ApiError ? (error.document.decision as EntryRefusal | undefined) : undefined;
