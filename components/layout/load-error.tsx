"use client";

import { Button } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";
import { reloadPage } from "./reload-page";

export type LoadFailure = Error & { digest?: string };

interface LoadErrorProps {
  error: LoadFailure;
  title?: string;
  /** Who helps when it happens again. */
  helper?: "support" | "the desk";
  size?: "md" | "touch";
}

/** Stands in the place of a page that the server could not render. */
export function LoadError({
  error,
  title = "This page could not be loaded",
  helper = "support",
  size = "md",
}: LoadErrorProps) {
  return (
    <EmptyState
      level={1}
      title={title}
      actions={
        <Button size={size} onClick={reloadPage}>
          Try again
        </Button>
      }
    >
      Nothing was lost. Try again in a few seconds. If it happens again, tell {helper} the code{" "}
      {error.digest ?? "of this page"}.
    </EmptyState>
  );
}
