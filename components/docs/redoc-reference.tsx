"use client";

import { ReferenceState } from "./reference-state";
import { useReference } from "./use-reference";

type RedocWindow = Window & {
  Redoc?: { init(url: string, options: Record<string, unknown>, container: Element | null): void };
};

export function RedocReference({ tag }: { tag: string }) {
  const { container, state } = useReference("/vendor/redoc.js", (element) => {
    (window as RedocWindow).Redoc?.init(
      `/api/openapi.json?tag=${encodeURIComponent(tag)}`,
      { hideDownloadButtons: false, nativeScrollbars: true },
      element,
    );
  });
  return (
    <>
      <ReferenceState state={state} />
      <div ref={container} />
    </>
  );
}
