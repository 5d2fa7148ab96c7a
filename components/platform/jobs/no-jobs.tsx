import { ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";

export function NoJobs({ isFiltered, allHref }: { isFiltered: boolean; allHref: string }) {
  if (isFiltered) {
    return (
      <EmptyState title="No jobs match these filters" actions={<ButtonLink href={allHref}>Show all jobs</ButtonLink>}>
        Remove a filter or choose a longer date range.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No jobs yet">
      Jobs are listed here for two weeks. If Inngest runs your jobs, use the Inngest dashboard instead.
    </EmptyState>
  );
}
