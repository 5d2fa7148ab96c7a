"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function MembersError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <EmptyState
      level={1}
      title="The members could not be loaded"
      actions={
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
      }
    >
      Nothing was lost. If it happens again, tell support the code {error.digest ?? "of this page"}.
    </EmptyState>
  );
}
