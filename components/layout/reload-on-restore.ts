"use client";

import { useEffect } from "react";
import { sessionToken } from "@/lib/client/session-token";

/**
 * Reloads a page that the browser restores from its back/forward cache. The session of the page may have ended, which matters
 * on shared computers.
 */
export function ReloadOnRestore(): null {
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted || !sessionToken()) return;
      document.documentElement.hidden = true;
      window.location.reload();
    };
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, []);
  return null;
}
