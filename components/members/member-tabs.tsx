import { Bookmark } from "lucide-react";
import type { ReactNode } from "react";
import { type TabLink, TabLinks } from "@/components/ui/controls/tab-links";
import { formatCount } from "@/lib/client/format";
import type { Output } from "@/lib/contracts/contract";
import type { listSegments } from "@/lib/contracts/members/member-segments";
import type { countMembers } from "@/lib/contracts/members/members";
import type { MemberStatus } from "@/lib/values/statuses";
import { type Filters, hasFilters, type MemberQuery, membersHref, readQuery } from "./query";
import { endingWords } from "./status-words";

export type Segment = Output<typeof listSegments>["data"][number];

interface MemberTabsProps {
  base: string;
  query: MemberQuery;
  counts: Output<typeof countMembers>;
  segments: readonly Segment[];
  locale: string;
  expiring_days: number;
  end?: ReactNode;
}

const tabsOf = (expiring_days: number): { status: MemberStatus; label: string }[] => [
  { status: "active", label: "Active" },
  { status: "trial", label: "Trials" },
  { status: "expiring", label: endingWords(expiring_days) },
  { status: "overdue", label: "Overdue" },
  { status: "frozen", label: "Frozen" },
];

/** Tabs for the most used statuses, followed by the saved segments. */
export function MemberTabs({ base, query, counts, segments, locale, expiring_days, end }: MemberTabsProps) {
  const { location } = query;
  const href = (filters: Filters, segment?: string) =>
    membersHref(base, { filters, ...(location && { location }), ...(segment && { segment }) });
  const items: TabLink[] = [
    { label: "All", href: href({}), count: formatCount(counts.all, locale) },
    ...tabsOf(expiring_days).map(({ status, label }) => ({
      label,
      href: href({ status: [status] }),
      count: formatCount(counts.by_status[status], locale),
    })),
    ...segments.map(({ id, name, filters, members }) => ({
      label: name,
      href: href(readQuery(filters as Record<string, string>).filters, id),
      icon: <Bookmark aria-hidden="true" />,
      ...(members && { count: `${formatCount(members.count, locale)}${members.is_capped ? "+" : ""}` }),
    })),
  ];
  const current = query.segment
    ? href(segmentFilters(segments, query.segment), query.segment)
    : hasFilters(query)
      ? href(query.filters)
      : href({});
  return <TabLinks label="Segments" className="px-gutter" items={items} current={current} end={end} />;
}

const segmentFilters = (segments: readonly Segment[], id: string): Filters =>
  readQuery((segments.find((segment) => segment.id === id)?.filters ?? {}) as Record<string, string>).filters;
