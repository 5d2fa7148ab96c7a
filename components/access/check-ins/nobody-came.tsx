import { ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";
import type { VisitQuery } from "./query";

interface NobodyCameProps {
  tab: VisitQuery["tab"];
  isFiltered: boolean;
  allHref: string;
  deskHref: string;
}

const words: Record<NonNullable<VisitQuery["tab"]> | "all", { title: string; text: string }> = {
  all: {
    title: "Nobody has scanned in yet",
    text: "Every scan stands here, also the refused ones. Members scan their pass at the front desk.",
  },
  admitted: { title: "Nobody has been let in yet", text: "Members scan their pass at the front desk." },
  denied: { title: "Nobody was refused", text: "A refused scan stands here with its one reason." },
  inside: { title: "Nobody is in the gym", text: "Whoever scans in at the desk appears here at once." },
};

export function NobodyCame({ tab, isFiltered, allHref, deskHref }: NobodyCameProps) {
  if (isFiltered) {
    return (
      <EmptyState
        title="No check-in matches these filters"
        actions={<ButtonLink href={allHref}>Show all check-ins</ButtonLink>}
      >
        Take one of the filters away, or look at more days.
      </EmptyState>
    );
  }
  const { title, text } = words[tab ?? "all"];
  return (
    <EmptyState title={title} actions={<ButtonLink href={deskHref}>Open the front desk</ButtonLink>}>
      {text}
    </EmptyState>
  );
}
