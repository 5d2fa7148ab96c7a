"use client";

import { useEffect, useRef } from "react";
import { loadScript } from "./load-script";

type RedocWindow = Window & {
  Redoc?: { init(url: string, options: Record<string, unknown>, place: Element | null): void };
};

export function RedocReference() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void loadScript("/vendor/redoc.js").then(() => {
      (window as RedocWindow).Redoc?.init(
        "/api/openapi.json",
        { hideDownloadButtons: false, nativeScrollbars: true },
        place.current,
      );
    });
  }, []);
  return <div ref={place} />;
}
