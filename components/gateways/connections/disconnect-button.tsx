"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { disconnectGateway } from "@/lib/client/endpoints/payment-gateways";

interface DisconnectButtonProps {
  organization: string;
  id: string;
  version: number;
  label: string;
}

/** K21: stops new payments, and says before what stays. */
export function DisconnectButton({ organization, id, version, label }: DisconnectButtonProps) {
  const router = useRouter();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const disconnect = useMutation({
    mutationFn: () => api(disconnectGateway, { id }, { organization, if_match: version }),
    onSuccess: () => {
      toast.show({ tone: "good", message: `No new payments go through ${label}` });
      setIsOpen(false);
      router.refresh();
    },
  });
  return (
    <>
      <Button size="sm" variant="danger-quiet" onClick={() => setIsOpen(true)}>
        Disconnect…
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={`Disconnect ${label}?`}
        actions={
          <>
            <Button onClick={() => setIsOpen(false)}>Cancel</Button>
            <Button variant="danger" busy={disconnect.isPending} onClick={() => disconnect.mutate()}>
              Disconnect {label}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <FormError message={disconnect.error?.message} />
          <p>New payments do not go through {label} any more. Invoices are then paid by hand.</p>
          <WhatStays label={label} />
        </div>
      </Dialog>
    </>
  );
}

/** K21: what a gateway keeps when new payments go elsewhere. */
export function WhatStays({ label }: { label: string }) {
  return (
    <ul className="list-disc pl-5 text-ink-2">
      <li>Refunds of earlier payments still go back through {label}.</li>
      <li>Its events and disputes are still received.</li>
      <li>Cards that payers saved there stay there, and are not charged elsewhere.</li>
      <li>The keys stay stored, because refunds need them.</li>
    </ul>
  );
}
