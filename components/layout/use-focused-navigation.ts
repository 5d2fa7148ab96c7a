"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useTransition } from "react";

/**
 * Navigation by key. The link that the browser would leave the focus on does not exist, so the focus goes to the heading of the
 * new page. A field of that page that takes the focus itself keeps it.
 */
export function useFocusedNavigation(): (href: string) => void {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const isWaiting = useRef(false);

  useEffect(() => {
    if (isPending || !isWaiting.current) return;
    isWaiting.current = false;
    return focusHeading();
  }, [isPending]);

  return useCallback(
    (href) => {
      isWaiting.current = true;
      startTransition(() => router.push(href));
    },
    [router],
  );
}

/**
 * Returns the end of the wait. Until the page is there, and while its skeleton covers it, nothing takes the focus, so every frame
 * tries again. The next key or press ends the wait.
 */
function focusHeading(): () => void {
  const end = new AbortController();
  function tryFocus() {
    const main = document.querySelector("main");
    if (end.signal.aborted || main?.querySelector(":focus")) return end.abort();
    const heading = main?.querySelector<HTMLElement>("h1");
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    if (heading && document.activeElement === heading) end.abort();
    else requestAnimationFrame(tryFocus);
  }
  for (const type of ["keydown", "pointerdown"]) addEventListener(type, () => end.abort(), { signal: end.signal });
  tryFocus();
  return () => end.abort();
}
