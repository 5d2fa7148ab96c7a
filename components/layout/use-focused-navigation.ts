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

/** Returns the end of the wait. A page that still loads gets its heading later; the next key or press ends the wait. */
function focusHeading(): () => void {
  const end = new AbortController();
  const observer = new MutationObserver(tryFocus);
  end.signal.addEventListener("abort", () => observer.disconnect());
  function tryFocus() {
    const main = document.querySelector("main");
    if (main?.querySelector(":focus")) return end.abort();
    const heading = main?.querySelector<HTMLElement>("h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    // Behind the skeleton of a late page nothing takes the focus yet.
    if (document.activeElement === heading) end.abort();
  }
  for (const type of ["keydown", "pointerdown"]) addEventListener(type, () => end.abort(), { signal: end.signal });
  observer.observe(document.body, { childList: true, subtree: true });
  tryFocus();
  return () => end.abort();
}
