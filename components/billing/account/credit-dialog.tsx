"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DayInput } from "@/components/memberships/day-input";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { grantCredit } from "@/lib/client/endpoints/payments";
import type { CalendarDay } from "@/lib/values/calendar-day";
import { formatMoney } from "@/lib/values/money";

export interface CreditDialogProps {
  organization: string;
  member: { id: string; name: string };
  currency: string;
  locale: string;
  today: CalendarDay;
  onClose: () => void;
}

/** Goodwill: credit that no money paid for. */
export function CreditDialog({ organization, member, currency, locale, today, onClose }: CreditDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const [amount_minor, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const [expires_on, setExpires] = useState<CalendarDay | "">("");
  const money = formatMoney(amount_minor ?? 0, currency, locale);
  const give = useMutation({
    mutationFn: () =>
      api(
        grantCredit,
        { id: member.id, amount_minor: amount_minor ?? 0, reason: reason.trim(), ...(expires_on && { expires_on }) },
        { organization },
      ),
    onSuccess: () => {
      toast.show({ tone: "good", message: `${member.name} has ${money} more account credit` });
      router.refresh();
      onClose();
    },
  });
  const is_ready = amount_minor !== null && amount_minor > 0 && reason.trim() !== "";
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Give credit to ${member.name}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={give.isPending} disabled={!is_ready} onClick={() => give.mutate()}>
            {is_ready ? `Give ${money}` : "Give credit"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FormError message={give.error?.message} />
        <p>The next invoices use it, the oldest credit first. What is left after its last day lapses.</p>
        <Field label="Amount" className="max-w-60">
          <MoneyInput currency={currency} locale={locale} value={amount_minor} onValueChange={setAmount} autoFocus />
        </Field>
        <Field label="Last day" optional hint="Without one, the credit does not expire" className="max-w-60">
          <DayInput value={expires_on} min={today} today={today} onValueChange={setExpires} />
        </Field>
        <Field label="Reason" hint="Visible on the statement and in the activity log">
          <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
