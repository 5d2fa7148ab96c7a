"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { cancelSubscription, startSubscription } from "@/lib/client/endpoints/gateway-subscriptions";

interface StartProps {
  organization: string;
  membership_id: string;
  vendor: string;
}

/** Lets the gateway bill the membership from its next bill on. */
export function StartSubscription({ organization, membership_id, vendor }: StartProps) {
  const router = useRouter();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const start = useMutation({
    mutationFn: () => api(startSubscription, { id: membership_id }, { organization }),
    onSuccess: ({ status, failure }) => {
      setIsOpen(false);
      if (status === "failed") toast.show({ tone: "bad", message: failure ?? `${vendor} refused the subscription` });
      else toast.show({ tone: "good", message: `${vendor} bills this membership from its next bill on` });
      router.refresh();
    },
  });
  return (
    <>
      <Button size="sm" onClick={() => setIsOpen(true)}>
        Let {vendor} bill…
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={`Let ${vendor} bill this membership?`}
        actions={
          <>
            <Button onClick={() => setIsOpen(false)}>Back</Button>
            <Button variant="primary" busy={start.isPending} onClick={() => start.mutate()}>
              Start
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <FormError message={start.error?.message} />
          <p>
            {vendor} charges the payer from the next bill on and tries again by its own rules. FitFlow makes the
            invoices as before and charges none of them.
          </p>
        </div>
      </Dialog>
    </>
  );
}

interface CancelProps {
  organization: string;
  id: string;
  vendor: string;
}

/** Ends the subscription with the period that is paid, or at once. */
export function CancelSubscription({ organization, id, vendor }: CancelProps) {
  const router = useRouter();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const cancel = useMutation({
    mutationFn: (when: "now" | "period_end") => api(cancelSubscription, { id, when }, { organization }),
    onSuccess: ({ status }) => {
      setIsOpen(false);
      toast.show({
        tone: "good",
        message: status === "canceled" ? "The subscription has ended" : "The subscription ends with its period",
      });
      router.refresh();
    },
  });
  return (
    <>
      <Button size="sm" variant="danger-quiet" onClick={() => setIsOpen(true)}>
        End subscription…
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={`End the subscription at ${vendor}?`}
        actions={
          <>
            <Button onClick={() => setIsOpen(false)}>Back</Button>
            <Button busy={cancel.isPending} onClick={() => cancel.mutate("now")}>
              End now
            </Button>
            <Button variant="danger" busy={cancel.isPending} onClick={() => cancel.mutate("period_end")}>
              End with the period
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <FormError message={cancel.error?.message} />
          <p>The membership goes on. After the end, FitFlow charges its invoices to the saved method of the payer.</p>
        </div>
      </Dialog>
    </>
  );
}
