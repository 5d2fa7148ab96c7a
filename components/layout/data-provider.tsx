"use client";

import { notifyManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ApiError } from "@/lib/client/api";

/** Retries only lost connections and overload. Other errors would fail again. */
const shouldRetry = (failures: number, error: Error) =>
  failures < 3 && error instanceof ApiError && (error.status === 0 || error.status === 503);

// Notify in a microtask. After a timer, a controlled radio button would show its old state for a moment.
notifyManager.setScheduler(queueMicrotask);

/** For pages that call the API with useQuery or useMutation. The other public pages do without. */
export function DataProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: shouldRetry, staleTime: 15_000 } } }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
