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
import { voidInvoice, writeOffInvoice } from "@/lib/client/endpoints/billing-invoices";
import { counted } from "@/lib/values/counted";

interface ReasonDialogProps {
  organization: string;
  action: "void" | "write_off";
  invoices: readonly { id: string; number: string }[];
  /** The sum that is given up, with its currency. */
  amount: string;
  onClose: () => void;
  onDone?: () => void;
}

const words = {
  void: {
    title: (what: string) => `Void ${what}?`,
    text: (amount: string) =>
      `The number stays, and ${amount} is no longer asked for. Use this for an invoice that was wrong from the start.`,
    action: () => "Void invoice",
    done: (what: string) => `${what} is void`,
    example: "Sold to the wrong member",
  },
  write_off: {
    title: (what: string) => `Write off ${what}?`,
    text: (amount: string) =>
      `The gym gives up ${amount}. The invoice stays as it was issued, and the door no longer asks for it.`,
    action: (amount: string) => `Write off ${amount}`,
    done: (what: string) => `${what} written off`,
    example: "Moved abroad, no address",
  },
};

/** The reason comes first: it stands in the activity log and beside the invoice. */
export function ReasonDialog({ organization, action, invoices, amount, onClose, onDone }: ReasonDialogProps) {
  const router = useRouter();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [finished, setFinished] = useState<ReadonlySet<string>>(new Set());
  const { title, text, action: label, done, example } = words[action];
  const [only, ...more] = invoices;
  const what = more.length === 0 && only ? only.number : `${counted(invoices.length, "invoice")}`;
  const act = useMutation({
    // One after the other: what one of them refuses does not undo the others, and a repetition leaves those out.
    mutationFn: async () => {
      for (const { id } of invoices) {
        if (finished.has(id)) continue;
        await api(action === "void" ? voidInvoice : writeOffInvoice, { id, reason: reason.trim() }, { organization });
        setFinished((before) => new Set(before).add(id));
      }
    },
    onSuccess: () => {
      toast.show({ tone: "good", message: done(what) });
      router.refresh();
      onDone?.();
      onClose();
    },
    onError: () => router.refresh(),
  });
  return (
    <Dialog open onClose={onClose} title={title(what)}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== "") act.mutate();
        }}
      >
        <FormError message={act.error?.message} />
        {finished.size > 0 && act.isError ? (
          <p role="status">{`${finished.size} of ${invoices.length} are done. The next attempt continues with the rest.`}</p>
        ) : null}
        <p>{text(amount)}</p>
        <Field label="Reason" hint={`For example: ${example}`}>
          <Input value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} autoFocus />
        </Field>
        <div className="ui-dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" busy={act.isPending} disabled={reason.trim() === ""}>
            {label(amount)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
