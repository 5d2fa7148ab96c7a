import { pageCaller } from "@/app/page-caller";
import { pagePolicies } from "@/app/page-policies";
import { MemberTabs } from "@/components/members/member-tabs";
import { hasFilters, type MemberQuery, membersHref } from "@/components/members/query";
import { SaveSegment } from "@/components/members/save-segment";
import { SegmentMenu } from "@/components/members/segment-menu";
import { countMembers, createSegment, listSegments } from "@/lib/domain/members";
import { mayUse } from "@/lib/kernel/operation";

interface TabsProps {
  organization: string;
  base: string;
  query: MemberQuery;
  summary: string;
}

/** Streams in after the page, because counting all members can be slower than reading one page. */
export async function Tabs({ organization, base, query, summary }: TabsProps) {
  const caller = await pageCaller(organization);
  const { location, filters } = query;
  const [counts, { data: segments }] = await Promise.all([
    countMembers(caller, location ? { location_id: location } : {}),
    listSegments(caller, { with_counts: true }),
  ]);
  const here = location ? { location } : {};
  const segment = segments.find(({ id }) => id === query.segment);
  const description = [filters.q ? `Matches “${filters.q}”` : null, summary].filter(Boolean).join(", ");
  return (
    <MemberTabs
      base={base}
      query={query}
      counts={counts}
      segments={segments}
      locale={caller.organization?.locale ?? "en"}
      expiring_days={pagePolicies(caller).expiring_days}
      end={
        !mayUse(caller, createSegment.contract) ? null : segment ? (
          <SegmentMenu
            organization={organization}
            segment={segment}
            allHref={membersHref(base, { filters: {}, ...here })}
          />
        ) : hasFilters(query) ? (
          <SaveSegment
            organization={organization}
            filters={filters}
            summary={description}
            href={membersHref(base, { filters, ...here })}
          />
        ) : null
      }
    />
  );
}
