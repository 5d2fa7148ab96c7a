"use client";

import { onlineManager, useQuery } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { ApiError, api } from "@/lib/client/api";
import { deviceNow } from "@/lib/client/clock";
import { getOwnPass } from "@/lib/client/endpoints/access";
import { type OwnPasses, passAt, type ShownPass } from "./pass-at";

const refetchMs = 4 * 60_000;

/** Adds the offset between the server's clock and this device's clock, measured on receipt. */
const withClockOffset = (answer: OwnPasses) => ({ ...answer, ahead_ms: Date.parse(answer.now) - deviceNow() });

type OwnPassState = { shown: ShownPass | null; is_offline: boolean; is_signed_out: boolean };

/**
 * Selects the current pass by the server's clock, and fetches new passes long before these expire. Offline it continues with the
 * passes it has. The cache keeps them while other pages are open, because a restored page may contain older ones.
 */
export function useOwnPass(organization: string, initial: OwnPasses): OwnPassState {
  const { data, error, failureCount } = useQuery({
    queryKey: ["me", organization, "pass"],
    queryFn: async ({ signal }) => withClockOffset(await api(getOwnPass, {}, { organization, signal })),
    initialData: () => withClockOffset(initial),
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

/** Ticks once a second while the page is visible. Starts at the time of the server rendering, so that hydration matches. */
function useServerTime(ahead_ms: number, rendered_at: number): number {
  const [at, setAt] = useState(rendered_at);
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
