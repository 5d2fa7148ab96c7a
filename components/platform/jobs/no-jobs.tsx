import { ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";

export function NoJobs({ isFiltered, allHref }: { isFiltered: boolean; allHref: string }) {
  if (isFiltered) {
    return (
      <EmptyState title="No job matches these filters" actions={<ButtonLink href={allHref}>Show all jobs</ButtonLink>}>
        Take one of the filters away, or look at more days.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing has run yet">
      Background work stands here for two weeks. Where Inngest runs it, its own dashboard shows it instead.
    </EmptyState>
  );
}
