"use client";

import { useEffect } from "react";

/** Registers the worker that shows the pass on a bad network. */
export function PassOffline({ organization }: { organization: string }) {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    // A browser may refuse, such as in a private window: the pass then needs the network.
    navigator.serviceWorker.register("/pass-worker.js", { scope: `/me/${organization}` }).catch(() => {});
  }, [organization]);
  return null;
}
