"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError, api } from "@/lib/client/api";
import type { Endpoint, Input, Output } from "@/lib/client/endpoint";

/** Sends an action of the board, says what came of it, and reads the board again. */
export function useAct(organization: string, onDone?: () => void) {
  const router = useRouter();
  const toast = useToast();
  const act = useMutation({
    mutationFn: async (work: () => Promise<string>) => work(),
    onSuccess: (message) => {
      toast.show({ tone: "good", message });
      onDone?.();
    },
    onSettled: () => router.refresh(),
  });
  return {
    isPending: act.isPending,
    error: act.error ? textOf(act.error) : undefined,
    run<E extends Endpoint>(endpoint: E, input: Input<E>, words: (answer: Output<E>) => string): void {
      act.mutate(async () => words(await api(endpoint, input, { organization })));
    },
  };
}

/** The message of a field where the API names one. */
const textOf = (error: Error): string =>
  (error instanceof ApiError ? error.errors[0]?.message : undefined) ?? error.message;
