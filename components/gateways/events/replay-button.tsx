"use client";

import { useMutation } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { replayGatewayEvent } from "@/lib/client/endpoints/payment-gateways";
import { eventStatusWords } from "./event-words";

/** K1: asks the gateway what it says now, and applies that. It may be pressed again at any time. */
export function ReplayButton({ organization, id }: { organization: string; id: string }) {
  const router = useRouter();
  const toast = useToast();
  const replay = useMutation({
    mutationFn: () => api(replayGatewayEvent, { id }, { organization }),
    onSuccess: ({ status, reason }) => {
      const isDone = status === "processed" || status === "ignored";
      const why = reason ? `: ${reason}` : "";
      toast.show({ tone: isDone ? "good" : "bad", message: `${eventStatusWords[status]}${why}` });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <Button
      variant="primary"
      icon={<RefreshCw aria-hidden="true" />}
      busy={replay.isPending}
      onClick={() => replay.mutate()}
    >
      Replay
    </Button>
  );
}
