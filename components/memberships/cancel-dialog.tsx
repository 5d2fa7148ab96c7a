"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { cancelMembership, withdrawCancellation } from "@/lib/client/endpoints/memberships";
import { formatShortDate } from "@/lib/client/format-short-date";
import { formatMoney } from "@/lib/values/money";
import type { Membership } from "./membership";
import type { DateContext } from "./plans/wording";

interface CancelDialogProps {
  organization: string;
  membership: Membership;
  reader: DateContext;
  onClose: () => void;
}

type When = "now" | "period_end";

export function CancelDialog({ organization, membership, reader, onClose }: CancelDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const { id, plan_name, member_name } = membership;
  const last_on = membership.period_ends_on ?? reader.today;
  // An existing cancellation can only be moved to now, and a period that has ended is cancelled now.
  const can_wait = !membership.cancelled_on && last_on >= reader.today;
  const [when, setWhen] = useState<When>(can_wait ? "period_end" : "now");
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
        message: `${plan_name} of ${member_name} was cancelled`,
        ...(when === "period_end" ? { action: { label: "Undo", onAction: () => withdraw.mutate() } } : {}),
      });
      router.refresh();
      onClose();
    },
  });
  const day = (date: string) => formatShortDate(date, reader.today, reader.locale);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Cancel ${plan_name} of ${member_name}?`}
      actions={
        <>
          <Button onClick={onClose}>Keep membership</Button>
          <Button variant="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {when === "now" ? "Cancel now" : `Cancel on ${day(last_on)}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={cancel.error?.message} />
        {can_wait ? (
          <RadioGroup
            label="When"
            name="when"
            look="cards"
            value={when}
            onValueChange={(value) => setWhen(value as When)}
            options={[
              { value: "period_end", label: `End of period, ${day(last_on)}`, hint: "Paid days remain valid" },
              { value: "now", label: "Now", hint: "The member can no longer check in" },
            ]}
          />
        ) : null}
        <ul className="flex list-disc flex-col gap-1 pl-5" aria-live="polite">
          {consequences(membership, when, day(last_on), reader).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <Field label="Reason" optional hint="Visible to managers in the activity log">
          <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}

function consequences(membership: Membership, when: When, last: string, { locale }: DateContext): string[] {
  const { price_minor, currency, next_bill_on, arrears_minor, sessions_included, sessions_used } = membership;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  return [
    when === "now"
      ? "Access ends immediately. Payments are not refunded automatically."
      : `Access ends after ${last}. Until then you can withdraw the cancellation.`,
    ...(next_bill_on ? [`The next bill of ${money(price_minor)} and all later bills are not charged.`] : []),
    ...(arrears_minor > 0 ? [`The overdue amount of ${money(arrears_minor)} remains due.`] : []),
    ...(sessions_included && when === "now" ? [`${sessions_included - sessions_used} unused visits expire.`] : []),
  ];
}
