"use client";

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

/**
 * Stands in the place of a page that the server could not render. Each page loads it, so its button is a plain one: Button would bring
 * the code of links a second time.
 */
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
        <button type="button" className="ui-button" data-variant="secondary" data-size={size} onClick={reloadPage}>
          Try again
        </button>
      }
    >
      Nothing was lost. Try again in a few seconds. If it happens again, tell {helper} the code{" "}
      {error.digest ?? "of this page"}.
    </EmptyState>
  );
}
