"use client";

import { useEffect, useState } from "react";
import { deviceNow } from "@/lib/client/clock";
import { formatTime } from "@/lib/client/format";

interface DeskClockProps {
  start: string;
  locale: string;
  time_zone: string;
}

/** The current time at the location, independent of the device's time zone. */
export function DeskClock({ start, locale, time_zone }: DeskClockProps) {
  const [now, setNow] = useState(start);
  useEffect(() => {
    const tick = () => setNow(new Date(deviceNow()).toISOString());
    tick();
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, []);
  return <time dateTime={now}>{formatTime(now, { locale, time_zone })}</time>;
}
