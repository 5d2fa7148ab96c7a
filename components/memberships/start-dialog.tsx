"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { updateMembership } from "@/lib/client/endpoints/memberships";
import { formatShortDate } from "@/lib/client/format-short-date";
import { addDays } from "@/lib/values/calendar-day";
import { periodsOf } from "@/lib/values/membership-term";
import { formatMoney } from "@/lib/values/money";
import type { ActionDialogProps } from "./membership";

/** Changes the start of a pending membership. Its end and its bills move as well. */
export function StartDialog({ organization, membership, reader, onClose }: ActionDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const { id, kind, plan_name, member_name, version, price_minor, currency } = membership;
  const [starts_on, setStart] = useState(membership.starts_on);
  const day = (date: string) => formatShortDate(date, reader.today, reader.locale);
  const move = useMutation({
    mutationFn: () => api(updateMembership, { id, starts_on }, { organization, if_match: version }),
    onSuccess: (moved) => {
      toast.show({ tone: "good", message: `${plan_name} of ${member_name} starts on ${day(moved.starts_on)}` });
      router.refresh();
      onClose();
    },
  });
  const term = starts_on ? periodsOf(kind, membership, starts_on) : null;
  const money = formatMoney(price_minor, currency, reader.locale);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Change start date of ${plan_name} for ${member_name}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={move.isPending}
            disabled={!starts_on || starts_on === membership.starts_on}
            onClick={() => move.mutate()}
          >
            {starts_on ? `Start on ${day(starts_on)}` : "Start"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={move.error?.message} />
        <Field label="Start date">
          <Input
            type="date"
            value={starts_on}
            min={reader.today}
            max={addDays(reader.today, 366)}
            onChange={({ target }) => setStart(target.value)}
          />
        </Field>
        <p aria-live="polite">
          {term?.next_bill_on ? `The next bill of ${money} moves to ${day(term.next_bill_on)}.` : null}
          {term?.ends_on ? `The last day of access moves to ${day(term.ends_on)}.` : null}
        </p>
      </div>
    </Dialog>
  );
}
