"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { LiveDot } from "@/components/ui/data/live-dot";
import { subscribeLive } from "@/lib/client/live-stream";

const debounceMs = 2_000;
/**
 * A page may show data of this age: half a second (lib/domain/insight/dashboard/read-page.ts) and the second of a recent count
 * (lib/domain/access/occupancy/recent-counts.ts). Later events need another refresh.
 */
const settleMs = 1_500;

interface LiveRefreshProps {
  organization: string;
  location_id?: string | undefined;
  /** The time when the page was rendered, such as "5:42 pm". */
  as_of: string;
}

/** Refreshes the page after check-ins and check-outs, and shows whether the figures are live. */
export function LiveRefresh({ organization, location_id, as_of }: LiveRefreshProps) {
  const router = useRouter();
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    let lastEventMs = 0;
    const refresh = () => {
      lastEventMs = performance.now();
      waiting ??= setTimeout(() => {
        waiting = undefined;
        router.refresh();
        if (performance.now() - lastEventMs < settleMs) refresh();
      }, debounceMs);
    };
    const leave = subscribeLive(
      { organization, ...(location_id ? { location_id } : {}) },
      {
        on: { visit: refresh, refresh },
        onOpen: () => {
          setIsLive(true);
          // Events may have been missed during the gap.
          if (!isFirst) refresh();
          isFirst = false;
        },
        onDown: () => setIsLive(false),
      },
    );
    return () => {
      clearTimeout(waiting);
      leave();
    };
  }, [organization, location_id, router]);
  return <LiveDot state={isLive ? "live" : "stale"}>{isLive ? `Live · ${as_of}` : `As of ${as_of}`}</LiveDot>;
}
