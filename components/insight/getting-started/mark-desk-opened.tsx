"use client";

import { useEffect } from "react";
import { api } from "@/lib/client/api";
import { openDesk } from "@/lib/client/endpoints/insight";

/** Completes the step of the front desk. Sent once per browser; a failed attempt is repeated with the next opening. */
export function MarkDeskOpened({ organization }: { organization: string }) {
  useEffect(() => {
    const key = `desk-opened-${organization}`;
    if (localStorage.getItem(key)) return;
    api(openDesk, {}, { organization }).then(
      () => localStorage.setItem(key, "1"),
      () => undefined,
    );
  }, [organization]);
  return null;
}
