"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { deleteInvoice, finalizeInvoice } from "@/lib/client/endpoints/billing-invoices";

interface DraftActionsProps {
  organization: string;
  invoice: { id: string; version: number };
  /** The total with its currency, as the button repeats it. */
  amount: string;
  payer_name: string;
  listHref: string;
}

/** Finalizes or deletes a draft. Both cannot be undone, so they ask. */
export function DraftActions({ organization, invoice: { id }, amount, payer_name, listHref }: DraftActionsProps) {
  const router = useRouter();
  const toast = useToast();
  const [asking, setAsking] = useState<"finalize" | "delete" | null>(null);
  const onError = (error: Error) => {
    setAsking(null);
    toast.show({ tone: "bad", message: error.message });
  };
  const finalize = useMutation({
    mutationFn: () => api(finalizeInvoice, { id }, { organization }),
    onSuccess: ({ number }) => {
      setAsking(null);
      toast.show({ tone: "good", message: `${number} is finalized` });
      router.refresh();
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => api(deleteInvoice, { id }, { organization }),
    onSuccess: () => {
      toast.show({ tone: "good", message: "Draft deleted" });
      router.push(listHref);
    },
    onError,
  });
  const keep = <Button onClick={() => setAsking(null)}>Cancel</Button>;
  return (
    <>
      <div className="ml-auto flex flex-wrap gap-2 max-md:ml-0">
        <Button onClick={() => setAsking("delete")}>Delete draft</Button>
        <Button variant="primary" onClick={() => setAsking("finalize")}>
          Finalize, {amount}
        </Button>
      </div>
      <Dialog
        open={asking === "finalize"}
        onClose={() => setAsking(null)}
        title={`Ask ${payer_name} for ${amount}?`}
        actions={
          <>
            {keep}
            <Button variant="primary" busy={finalize.isPending} onClick={() => finalize.mutate()}>
              Finalize, {amount}
            </Button>
          </>
        }
      >
        <p>
          The invoice gets its number and the taxes of today, and account credit pays it. It cannot be changed then.
        </p>
      </Dialog>
      <Dialog
        open={asking === "delete"}
        onClose={() => setAsking(null)}
        title="Delete this draft?"
        actions={
          <>
            {keep}
            <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
              Delete draft
            </Button>
          </>
        }
      >
        <p>Nothing was asked of {payer_name} yet.</p>
      </Dialog>
    </>
  );
}
