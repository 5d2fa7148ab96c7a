"use client";

import { useMutation } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { retryJobRun } from "@/lib/client/endpoints/platform";

/** Continues at the failed step. Completed steps are not repeated. */
export function RetryJobButton({ id }: { id: string }) {
  const router = useRouter();
  const toast = useToast();
  const retry = useMutation({
    mutationFn: () => api(retryJobRun, { id }),
    onSuccess: (run) => {
      toast.show({ tone: "good", message: "Job resumed at the failed step" });
      router.push(`/platform/jobs/${run.id}`);
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <Button
      variant="primary"
      icon={<RotateCcw aria-hidden="true" />}
      busy={retry.isPending}
      onClick={() => retry.mutate()}
    >
      Retry
    </Button>
  );
}
