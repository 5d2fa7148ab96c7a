import { ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";
import type { VisitQuery } from "./query";

interface NoCheckInsProps {
  tab: VisitQuery["tab"];
  isFiltered: boolean;
  allHref: string;
  deskHref: string;
}

const texts: Record<NonNullable<VisitQuery["tab"]> | "all", { title: string; text: string }> = {
  all: {
    title: "No check-ins yet",
    text: "Every scan appears here, including denied entries. Members scan their pass at the front desk.",
  },
  admitted: { title: "No check-ins yet", text: "Members scan their pass at the front desk." },
  denied: { title: "No denied entries", text: "Denied scans appear here with the reason." },
  inside: { title: "No members in the gym", text: "Members appear here as soon as they check in." },
};

export function NoCheckIns({ tab, isFiltered, allHref, deskHref }: NoCheckInsProps) {
  if (isFiltered) {
    return (
      <EmptyState
        title="No check-ins match these filters"
        actions={<ButtonLink href={allHref}>Show all check-ins</ButtonLink>}
      >
        Remove a filter or choose a longer date range.
      </EmptyState>
    );
  }
  const { title, text } = texts[tab ?? "all"];
  return (
    <EmptyState title={title} actions={<ButtonLink href={deskHref}>Open the front desk</ButtonLink>}>
      {text}
    </EmptyState>
  );
}
