"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError } from "@/lib/client/api";

type ImageRequests = { put: (body: File) => Promise<unknown>; remove: () => Promise<unknown> };
type Messages = { put: string; removed: string };

/** Uploads and removes one image, says the result in a toast, and shows the page again. */
export function useImageMutations({ put, remove }: ImageRequests, messages: Messages) {
  const router = useRouter();
  const toast = useToast();
  const onError = (error: Error) => {
    const [wrong] = error instanceof ApiError ? error.errors : [];
    toast.show({ tone: "bad", message: wrong ? `The file ${wrong.message}.` : error.message });
  };
  const done = (message: string) => () => {
    toast.show({ tone: "good", message });
    router.refresh();
  };
  return {
    put: useMutation({ mutationFn: put, onSuccess: done(messages.put), onError }),
    remove: useMutation({ mutationFn: remove, onSuccess: done(messages.removed), onError }),
  };
}
