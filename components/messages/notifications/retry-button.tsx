"use client";

import { useMutation } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { retryMessage } from "@/lib/client/endpoints/messages";
import type { MessageRow } from "./message";
import { stateLabels } from "./message-labels";

interface RetryButtonProps {
  organization: string;
  message: Pick<MessageRow, "id" | "state" | "to_name">;
}

/** Asks for confirmation if the state is unknown, because the message may already have been delivered. */
export function RetryButton({ organization, message }: RetryButtonProps) {
  const { id, state, to_name } = message;
  const router = useRouter();
  const toast = useToast();
  const [isConfirming, setIsConfirming] = useState(false);
  const retry = useMutation({
    mutationFn: () => api(retryMessage, { id }, { organization }),
    onSuccess: (now) => {
      setIsConfirming(false);
      toast.show(
        now.state === "queued"
          ? { tone: "good", message: "Message queued" }
          : { tone: "bad", message: now.explanation ?? stateLabels[now.state] },
      );
      router.refresh();
    },
    onError: (error) => {
      setIsConfirming(false);
      toast.show({ tone: "bad", message: error.message });
    },
  });
  return (
    <>
      <Button
        variant="primary"
        icon={<RefreshCw aria-hidden="true" />}
        busy={retry.isPending}
        onClick={() => (state === "unknown" ? setIsConfirming(true) : retry.mutate())}
      >
        Send again
      </Button>
      <Dialog
        open={isConfirming}
        onClose={() => setIsConfirming(false)}
        title="Send again?"
        actions={
          <>
            <Button onClick={() => setIsConfirming(false)}>Cancel</Button>
            <Button variant="primary" busy={retry.isPending} onClick={() => retry.mutate()}>
              Send again
            </Button>
          </>
        }
      >
        <p>The provider did not confirm this message. {to_name} may receive it twice.</p>
      </Dialog>
    </>
  );
}
