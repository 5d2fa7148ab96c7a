import { ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";

interface NoMessagesProps {
  isFiltered: boolean;
  allHref: string;
  /** Null without permission to send bulk messages. */
  composeHref: string | null;
}

export function NoMessages({ isFiltered, allHref, composeHref }: NoMessagesProps) {
  if (isFiltered) {
    return (
      <EmptyState
        title="No messages match these filters"
        actions={<ButtonLink href={allHref}>Show all messages</ButtonLink>}
      >
        Remove a filter or choose a longer date range.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No messages yet"
      actions={composeHref ? <ButtonLink href={composeHref}>New bulk message</ButtonLink> : null}
    >
      All messages to members appear here. Held and suppressed messages show the reason.
    </EmptyState>
  );
}
