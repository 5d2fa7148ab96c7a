"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function MemberError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <EmptyState
      level={1}
      title="This page could not be loaded"
      actions={
        <Button size="touch" onClick={reset}>
          Try again
        </Button>
      }
    >
      Nothing was lost. If it happens again, tell the desk the code {error.digest ?? "of this page"}.
    </EmptyState>
  );
}
