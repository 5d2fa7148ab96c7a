"use client";

import { useEffect } from "react";

/** Registers the worker that shows the pass on a bad network. The names of scripts have no hash during development. */
export function PassOffline({ organization }: { organization: string }) {
  useEffect(() => {
    if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
    // A browser may refuse, such as in a private window: the pass then needs the network.
    navigator.serviceWorker.register("/pass-worker.js", { scope: `/me/${organization}` }).catch(() => {});
  }, [organization]);
  return null;
}
