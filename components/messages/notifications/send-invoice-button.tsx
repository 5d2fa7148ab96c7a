"use client";

import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { sendInvoice } from "@/lib/client/endpoints/billing-invoices";
import { channelLabels, stateLabels } from "./message-labels";

interface SendInvoiceButtonProps {
  organization: string;
  id: string;
  was_sent: boolean;
}

/** Sends the document to who pays it, and says to which address. */
export function SendInvoiceButton({ organization, id, was_sent }: SendInvoiceButtonProps) {
  const router = useRouter();
  const toast = useToast();
  const send = useMutation({
    mutationFn: () => api(sendInvoice, { id }, { organization }),
    onSuccess: ({ state, channel, to_name, to_address, explanation }) => {
      const to = channel === "email" ? to_address : `${to_name}, ${channelLabels[channel].toLowerCase()}`;
      toast.show(
        state === "queued"
          ? { tone: "good", message: `On its way to ${to}` }
          : { tone: "bad", message: explanation ?? stateLabels[state] },
      );
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <Button icon={<Send aria-hidden="true" />} busy={send.isPending} onClick={() => send.mutate()}>
      {was_sent ? "Send again" : "Send by e-mail"}
    </Button>
  );
}
