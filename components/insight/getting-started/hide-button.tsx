"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { updateGettingStarted } from "@/lib/client/endpoints/insight";

/** Hides the list for the whole gym. The toast takes it back. */
export function HideButton({ organization }: { organization: string }) {
  const router = useRouter();
  const toast = useToast();
  const change = useMutation({
    mutationFn: (is_hidden: boolean) => api(updateGettingStarted, { is_hidden }, { organization }),
    onSuccess: ({ is_hidden }) => {
      router.refresh();
      if (is_hidden) {
        toast.show({
          message: "The first steps are hidden for this gym",
          action: { label: "Undo", onAction: () => change.mutate(false) },
        });
      }
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  return (
    <Button size="sm" variant="quiet" busy={change.isPending} onClick={() => change.mutate(true)}>
      Hide
    </Button>
  );
}
