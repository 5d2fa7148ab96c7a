"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { retryClosure, undoClosure } from "@/lib/client/endpoints/memberships";
import type { ClosureState } from "@/lib/values/closures";

interface ClosureActionsProps {
  organization: string;
  closure: { id: string; state: ClosureState; to_on: string; location_name: string };
  today: string;
}

/** Undo until the last day, and the way on after a failure. */
export function ClosureActions({ organization, closure, today }: ClosureActionsProps) {
  const { id, state, to_on, location_name } = closure;
  const router = useRouter();
  const toast = useToast();
  const change = useMutation({
    mutationFn: (action: "undo" | "retry") =>
      action === "undo" ? api(undoClosure, { id }, { organization }) : api(retryClosure, { id }, { organization }),
    onSuccess: (_, action) => {
      toast.show({
        tone: "good",
        message: action === "undo" ? `The closure of ${location_name} is being undone` : "The closure continues",
      });
      router.refresh();
    },
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  if (state === "failed")
    return (
      <Button size="sm" busy={change.isPending} onClick={() => change.mutate("retry")}>
        Continue
      </Button>
    );
  return state === "done" && to_on >= today ? (
    <Button size="sm" busy={change.isPending} onClick={() => change.mutate("undo")}>
      Undo
    </Button>
  ) : null;
}
