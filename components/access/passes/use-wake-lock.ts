"use client";

import { useEffect } from "react";

/** Keeps the screen on while the code is shown, if the device supports it. Browsers release the lock when the page is hidden. */
export function useWakeLock(isEnabled: boolean): void {
  useEffect(() => {
    if (!isEnabled || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const request = async () => {
      if (document.hidden) return;
      // The request fails on a low battery, for example. The code is still shown.
      const acquired = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (isOver) await acquired?.release();
      else lock = acquired;
    };
    void request();
    document.addEventListener("visibilitychange", request);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", request);
      void lock?.release();
    };
  }, [isEnabled]);
}
