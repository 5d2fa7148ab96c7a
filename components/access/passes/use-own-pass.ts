"use client";

import { onlineManager, useQuery } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { ApiError, api } from "@/lib/client/api";
import { deviceNow } from "@/lib/client/clock";
import { getOwnPass } from "@/lib/contracts/access/passes";
import { type OwnPasses, passAt, type ShownPass } from "./pass-at";

const refetchMs = 4 * 60_000;

/** The server's clock ahead of this device's, measured when the passes came. */
const timed = (answer: OwnPasses) => ({ ...answer, ahead_ms: Date.parse(answer.now) - deviceNow() });

type PassNow = { shown: ShownPass | null; is_offline: boolean; is_signed_out: boolean };

/**
 * Shows one pass after the other by the server's clock, and fetches the next ones long before these run out. Without a signal
 * it goes on with what it has. The cache keeps them while other pages are open, since a page that comes back may bring old ones.
 */
export function useOwnPass(organization: string, initial: OwnPasses): PassNow {
  const { data, error, failureCount } = useQuery({
    queryKey: ["me", organization, "pass"],
    queryFn: async ({ signal }) => timed(await api(getOwnPass, {}, { organization, signal })),
    initialData: () => timed(initial),
    gcTime: Number.POSITIVE_INFINITY,
    refetchInterval: refetchMs,
    refetchOnMount: "always",
    refetchOnWindowFocus: "always",
  });
  const isOnline = useSyncExternalStore(
    onlineManager.subscribe,
    () => onlineManager.isOnline(),
    () => true,
  );
  const at = useServerTime(data.ahead_ms, Date.parse(initial.now));
  return {
    shown: passAt(data.passes, at),
    is_offline: !isOnline || (failureCount > 0 && !(error instanceof ApiError && error.status > 0)),
    is_signed_out: error instanceof ApiError && (error.status === 401 || error.status === 404),
  };
}

/** Ticks once a second while the page is seen; starts at the moment that the server drew, so that both draw the same. */
function useServerTime(ahead_ms: number, drawn_at: number): number {
  const [at, setAt] = useState(drawn_at);
  useLayoutEffect(() => setAt(deviceNow() + ahead_ms), [ahead_ms]);
  useEffect(() => {
    let ticking: ReturnType<typeof setInterval> | undefined;
    const follow = () => {
      clearInterval(ticking);
      if (document.hidden) return;
      setAt(deviceNow() + ahead_ms);
      ticking = setInterval(() => setAt(deviceNow() + ahead_ms), 1000);
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", follow);
    };
  }, [ahead_ms]);
  return at;
}
