import { ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";

interface NothingSentProps {
  isFiltered: boolean;
  allHref: string;
  /** Null for who may not write to many. */
  composeHref: string | null;
}

export function NothingSent({ isFiltered, allHref, composeHref }: NothingSentProps) {
  if (isFiltered) {
    return (
      <EmptyState
        title="No message matches these filters"
        actions={<ButtonLink href={allHref}>Show all messages</ButtonLink>}
      >
        Take one of the filters away, or look at more days.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing has been sent yet"
      actions={composeHref ? <ButtonLink href={composeHref}>Write to many</ButtonLink> : null}
    >
      Every message to a member stands here, also the ones that were held back, with the reason.
    </EmptyState>
  );
}
