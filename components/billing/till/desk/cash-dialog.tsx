"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { MoneyInput } from "@/components/memberships/plans/money-input";
import { Button } from "@/components/ui/controls/button";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { Dialog } from "@/components/ui/overlays/dialog";
import { api } from "@/lib/client/api";
import { moveCash } from "@/lib/client/endpoints/payments";
import { formatMoney } from "@/lib/values/money";
import type { TillContext } from "./till-context";

type Kind = "paid_in" | "paid_out" | "to_safe";

const words: Record<Kind, { title: string; action: string; hint: string | null }> = {
  paid_in: { title: "Cash in", action: "Put in", hint: "For example: change from the bank" },
  paid_out: { title: "Cash out", action: "Take out", hint: "For example: cleaning spray" },
  to_safe: { title: "Cash to the safe", action: "Bring to the safe", hint: null },
};

interface CashDialogProps {
  context: TillContext;
  session_id: string;
  kind: Kind;
  onClose: () => void;
}

/** Cash that no payment explains. What goes to the safe explains itself. */
export function CashDialog({ context, session_id, kind, onClose }: CashDialogProps) {
  const { organization, currency, locale } = context;
  const router = useRouter();
  const [amount_minor, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const { title, action, hint } = words[kind];
  const move = useMutation({
    mutationFn: () =>
      api(
        moveCash,
        {
          ...{ id: session_id, kind, amount_minor: amount_minor ?? 0 },
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        },
        { organization },
      ),
    onSuccess: () => {
      router.refresh();
      onClose();
    },
  });
  const isReady = amount_minor !== null && amount_minor > 0 && (hint === null || reason.trim() !== "");
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) move.mutate();
        }}
      >
        <FormError message={move.error?.message} />
        <Field label="Amount">
          <MoneyInput size="touch" currency={currency} locale={locale} value={amount_minor} onValueChange={setAmount} />
        </Field>
        {hint === null ? null : (
          <Field label="What for" hint={hint}>
            <Input size="touch" value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
          </Field>
        )}
        <div className="ui-dialog-actions">
          <Button size="touch" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" size="touch" variant="primary" busy={move.isPending} disabled={!isReady}>
            {`${action} ${formatMoney(amount_minor ?? 0, currency, locale)}`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
