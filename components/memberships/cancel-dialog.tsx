"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormRefusal } from "@/components/ui/forms/form-refusal";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { plainDay } from "@/lib/client/plain-day";
import { cancelMembership, withdrawCancellation } from "@/lib/contracts/memberships/memberships";
import { formatMoney } from "@/lib/values/money";
import type { Membership } from "./membership";
import type { Reader } from "./plans/wording";

interface CancelDialogProps {
  organization: string;
  membership: Membership;
  reader: Reader;
  onClose: () => void;
}

type When = "now" | "period_end";

export function CancelDialog({ organization, membership, reader, onClose }: CancelDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const { id, plan_name, member_name } = membership;
  const last_on = membership.period_ends_on ?? reader.today;
  // An end that is set already can only come sooner, and a period that ended yesterday ends now.
  const may_wait = !membership.cancelled_on && last_on >= reader.today;
  const [when, setWhen] = useState<When>(may_wait ? "period_end" : "now");
  const [reason, setReason] = useState("");
  const withdraw = useMutation({
    mutationFn: () => api(withdrawCancellation, { id }, { organization }),
    onSuccess: () => router.refresh(),
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  const cancel = useMutation({
    mutationFn: () =>
      api(cancelMembership, { id, when, ...(reason.trim() ? { reason: reason.trim() } : {}) }, { organization }),
    onSuccess: () => {
      toast.show({
        tone: "good",
        message: `${plan_name} of ${member_name} is cancelled`,
        ...(when === "period_end" ? { action: { label: "Undo", onAction: () => withdraw.mutate() } } : {}),
      });
      router.refresh();
      onClose();
    },
  });
  const day = (date: string) => plainDay(date, reader.today, reader.locale);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Cancel ${plan_name} of ${member_name}?`}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {when === "now" ? "Cancel now" : `Cancel with ${day(last_on)}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormRefusal message={cancel.error?.message} />
        {may_wait ? (
          <RadioGroup
            label="When"
            name="when"
            look="cards"
            value={when}
            onValueChange={(value) => setWhen(value as When)}
            options={[
              { value: "period_end", label: `At the end, ${day(last_on)}`, hint: "The days that are paid stay usable" },
              { value: "now", label: "Now", hint: "The next scan is refused" },
            ]}
          />
        ) : null}
        <ul className="flex list-disc flex-col gap-1 pl-5" aria-live="polite">
          {consequences(membership, when, day(last_on), reader).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <Field label="Reason" optional hint="Seen by managers, in the activity log">
          <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}

function consequences(membership: Membership, when: When, last: string, { locale }: Reader): string[] {
  const { price_minor, currency, next_bill_on, arrears_minor, sessions_included, sessions_used } = membership;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  return [
    when === "now"
      ? "Access ends at once; nothing is paid back by itself."
      : `Access stays until ${last}, and can be kept until then by withdrawing.`,
    ...(next_bill_on ? [`The next bill of ${money(price_minor)} is not charged, nor any after it.`] : []),
    ...(arrears_minor > 0 ? [`The open ${money(arrears_minor)} stays due.`] : []),
    ...(sessions_included && when === "now" ? [`${sessions_included - sessions_used} unused visits are lost.`] : []),
  ];
}
