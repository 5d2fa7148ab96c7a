"use client";

import { useMutation } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Dialog } from "@/components/ui/overlays/dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { retryMessage } from "@/lib/contracts/messages/notifications";
import type { MessageRow } from "./message";
import { stateWords } from "./message-words";

interface RetryButtonProps {
  organization: string;
  message: Pick<MessageRow, "id" | "state" | "to_name">;
}

/** An unclear message may have arrived already: whoever sends it again is told so first. */
export function RetryButton({ organization, message }: RetryButtonProps) {
  const { id, state, to_name } = message;
  const router = useRouter();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const retry = useMutation({
    mutationFn: () => api(retryMessage, { id }, { organization }),
    onSuccess: (now) => {
      setIsAsking(false);
      toast.show(
        now.state === "queued"
          ? { tone: "good", message: "It goes out now" }
          : { tone: "bad", message: now.explanation ?? stateWords[now.state] },
      );
      router.refresh();
    },
    onError: (error) => {
      setIsAsking(false);
      toast.show({ tone: "bad", message: error.message });
    },
  });
  return (
    <>
      <Button
        variant="primary"
        icon={<RefreshCw aria-hidden="true" />}
        busy={retry.isPending}
        onClick={() => (state === "unknown" ? setIsAsking(true) : retry.mutate())}
      >
        Send again
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title="Send it again?"
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>Leave it</Button>
            <Button variant="primary" busy={retry.isPending} onClick={() => retry.mutate()}>
              Send again
            </Button>
          </>
        }
      >
        <p>The provider did not say whether it took this message. {to_name} may get it twice.</p>
      </Dialog>
    </>
  );
}
