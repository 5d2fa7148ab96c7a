"use client";

import { reloadPage } from "@/components/layout/reload-page";
import { Button } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";

export default function MembersError({ error }: { error: Error & { digest?: string } }) {
  return (
    <EmptyState
      level={1}
      title="The members could not be loaded"
      actions={
        <Button variant="primary" onClick={reloadPage}>
          Try again
        </Button>
      }
    >
      Nothing was lost. Try again in a few seconds. If it happens again, tell support the code{" "}
      {error.digest ?? "of this page"}.
    </EmptyState>
  );
}
