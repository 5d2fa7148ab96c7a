"use client";

import { useEffect } from "react";
import { sessionToken } from "@/lib/client/session-token";

/**
 * A page that the browser kept whole and brings back by its back button is loaded again: the session that it shows may have
 * ended meanwhile, at a machine that several people use.
 */
export function useFreshOnReturn(): void {
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted || !sessionToken()) return;
      document.documentElement.hidden = true;
      window.location.reload();
    };
    window.addEventListener("pageshow", onShow);
    return () => window.removeEventListener("pageshow", onShow);
  }, []);
}
