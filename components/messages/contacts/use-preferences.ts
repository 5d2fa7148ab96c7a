"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useToast } from "@/components/ui/overlays/toast";
import { type PreferenceChange, type Preferences, withChange } from "./preferences";

/** Optimistic updates: each change shows immediately and is reverted if the server rejects it. */
export function usePreferences(initial: Preferences, save: (change: PreferenceChange) => Promise<Preferences>) {
  const router = useRouter();
  const toast = useToast();
  const [shown, setShown] = useState(initial);
  const mutation = useMutation({
    // One scope: requests run one after the other, so that quick changes do not overtake each other.
    scope: { id: `preferences-${initial.member_id}` },
    mutationFn: save,
    onMutate: (change: PreferenceChange) => setShown((before) => withChange(before, change)),
    onSuccess: (saved) => {
      setShown(saved);
      router.refresh();
    },
    onError: (error) => {
      setShown(initial);
      toast.show({ tone: "bad", message: error.message });
      router.refresh();
    },
  });
  return { shown, change: mutation.mutate };
}
