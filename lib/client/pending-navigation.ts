/** Longer than most navigations take, so that they replace one page by the next and show nothing in between. */
const SHOWN_AFTER_MS = 200;
/** A navigation that leads back to the same page, by a redirect, has no other end. */
const FORGOTTEN_AFTER_MS = 10_000;

let pathname: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(next: string | null): void {
  if (pathname === next) return;
  pathname = next;
  for (const listener of listeners) listener();
}

/** Called by the router, before it asks the server for a page. A change of filters on the same page is not reported as pending. */
export function navigationStarted(href: string): void {
  navigationEnded();
  const { pathname: target } = new URL(href, location.href);
  if (target === location.pathname) return;
  timer = setTimeout(() => {
    show(target);
    timer = setTimeout(navigationEnded, FORGOTTEN_AFTER_MS);
  }, SHOWN_AFTER_MS);
}

export function navigationEnded(): void {
  clearTimeout(timer);
  show(null);
}

/** The path of the page that the server has not answered yet, once the wait is long enough to be shown. */
export const pendingPathname = (): string | null => pathname;

export function onPendingNavigation(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
