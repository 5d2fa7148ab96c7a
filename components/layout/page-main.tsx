"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { Nothing } from "@/components/ui/overlays/nothing";
import { navigationEnded, onPendingNavigation, pendingPathname } from "@/lib/client/pending-navigation";

const PageSkeleton = dynamic(() => import("./page-skeleton").then((module) => module.PageSkeleton), {
  loading: Nothing,
});

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
      {pending ? <PageSkeleton pathname={pending} /> : null}
      {children}
    </main>
  );
}
