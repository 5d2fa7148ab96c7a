"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import type { removeFreeze, undoPlanChange, withdrawCancellation } from "@/lib/client/endpoints/memberships";
import type { Membership } from "./membership";

type Undo = typeof removeFreeze | typeof undoPlanChange | typeof withdrawCancellation;

/** Takes back what has not taken effect. */
export function useUndo(organization: string, { id, plan_name, member_name }: Membership) {
  const router = useRouter();
  const toast = useToast();
  const done: Record<Undo["id"], string> = {
    "memberships.remove_freeze": `Freeze of ${plan_name} removed for ${member_name}`,
    "memberships.undo_plan_change": `Plan change undone: ${member_name} keeps ${plan_name}`,
    "memberships.withdraw_cancellation": `Cancellation of ${plan_name} withdrawn for ${member_name}`,
  };
  return useMutation({
    mutationFn: (endpoint: Undo) => api(endpoint, { id }, { organization }),
    onSuccess: (_, endpoint) => {
      toast.show({ tone: "good", message: done[endpoint.id] });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
}
