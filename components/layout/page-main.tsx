"use client";

import { usePathname } from "next/navigation";
import { lazy, type ReactNode, Suspense, useEffect, useSyncExternalStore } from "react";
import { navigationEnded, onPendingNavigation, pendingPathname } from "@/lib/client/pending-navigation";

/** React's own, because the members' pages need nothing of next/dynamic (0.6 kB). */
const PageSkeleton = lazy(() => import("./page-skeleton").then((module) => ({ default: module.PageSkeleton })));

/**
 * The content of a shell. A page that takes long to answer has its skeleton here, and not in a `loading.tsx`: React keeps such a
 * fallback for at least 300 ms, which tripled the time of every navigation.
 */
export function PageMain({ className, children }: { className?: string; children: ReactNode }) {
  const pathname = usePathname();
  const pending = useSyncExternalStore(onPendingNavigation, pendingPathname, () => null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is the end of a navigation
  useEffect(navigationEnded, [pathname]);

  return (
    <main id="content" tabIndex={-1} className={className} aria-busy={pending ? true : undefined}>
      {pending ? (
        <Suspense>
          <PageSkeleton pathname={pending} />
        </Suspense>
      ) : null}
      {children}
    </main>
  );
}
