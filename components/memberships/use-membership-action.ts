"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ToastInput, useToast } from "@/components/ui/overlays/toast";
import type { Membership } from "./membership";

interface Options {
  act: () => Promise<Membership>;
  onClose: () => void;
  /** What was done. */
  said: (after: Membership) => Omit<ToastInput, "tone">;
}

/** Runs the action of a dialog, then confirms it, closes the dialog and reloads the page. */
export function useMembershipAction({ act, onClose, said }: Options) {
  const router = useRouter();
  const toast = useToast();
  return useMutation({
    mutationFn: act,
    onSuccess: (after) => {
      toast.show({ tone: "good", ...said(after) });
      router.refresh();
      onClose();
    },
  });
}
