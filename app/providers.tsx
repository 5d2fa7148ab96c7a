"use client";

import { notifyManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { useFreshOnReturn } from "@/components/layout/fresh-on-return";
import { ApiError } from "@/lib/client/api";

/** A refusal will not change by asking again; a lost connection may. */
const isWorthAnotherTry = (failures: number, error: Error) =>
  failures < 3 && error instanceof ApiError && (error.status === 0 || error.status === 503);

// What a touch changes is on the screen before the touch is over: a timer later, a radio button would jump back for a moment.
notifyManager.setScheduler(queueMicrotask);

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: isWorthAnotherTry, staleTime: 15_000 } } }),
  );
  useFreshOnReturn();
  return (
    <NuqsAdapter>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </NuqsAdapter>
  );
}
