import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { chipsOf } from "@/components/members/filter-chips";
import { filterFields } from "@/components/members/filter-fields";
import { membersHref, readQuery, toInput } from "@/components/members/query";
import { AudienceChoice } from "@/components/messages/bulk/audience-choice";
import { Composer } from "@/components/messages/bulk/composer";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { PageHeader } from "@/components/ui/data/page-header";
import { type Chip, FilterBar } from "@/components/ui/filters/filter-bar";
import { type LocaleContext, todayAt } from "@/lib/client/format";
import { listMemberTags, listSegments } from "@/lib/domain/members";
import { listPlans } from "@/lib/domain/memberships/plans";
import { listLocations } from "@/lib/domain/organization/locations";

export const metadata: Metadata = { title: "New bulk message" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewBulkPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const { organization, permissions } = caller;
  if (!organization || !permissions.has("messages.send_bulk")) notFound();
  const query = readQuery(await searchParams);
  const [{ data: segments }, { data: locations }, { data: plans }, { data: tags }] = await Promise.all([
    listSegments(caller, {}),
    listLocations(caller, {}),
    listPlans(caller, { include_archived: true }),
    listMemberTags(caller, {}),
  ]);
  const { locale } = organization;
  const here = locations.find(({ id }) => id === query.location) ?? locations[0];
  const localeContext: LocaleContext = {
    locale,
    time_zone: here?.time_zone ?? "UTC",
    now: caller.clock.now().toString(),
  };
  const base = `/manage/${org}/messages/bulk`;
  const composer = `${base}/new`;
  const segment = segments.find(({ id }) => id === query.segment);
  const { filters, location } = query;
  const known = { plans: new Map(plans.map(({ id, name }) => [id, name])) };
  const filterChips = chipsOf(filters, known, localeContext).map((chip) => ({
    ...chip,
    removeHref: membersHref(composer, {
      filters: { ...filters, [chip.name]: undefined },
      ...(location && { location }),
    }),
  }));
  const chips: Chip[] = [
    ...(location && here?.id === location
      ? [
          {
            name: "location",
            field: "Location",
            operator: "is",
            value: here.name,
            removeHref: membersHref(composer, { filters }),
          },
        ]
      : []),
    ...filterChips,
  ];
  return (
    <div className="flex min-h-full flex-col">
      <PageHeader
        title="New bulk message"
        breadcrumb={
          <Breadcrumb
            items={[
              { label: "Messages", href: `/manage/${org}/messages` },
              { label: "Bulk messages", href: base },
              { label: "New bulk message" },
            ]}
          />
        }
      />
      <Composer
        organization={org}
        audience={segment ? { segment_id: segment.id } : { filters: toInput(query) }}
        localeContext={localeContext}
        location_name={here?.name ?? ""}
        earliest={`${todayAt(localeContext)}T00:00`}
        base={base}
      >
        <AudienceChoice
          segments={segments.map(({ id, name }) => ({ id, name }))}
          segment_id={segment?.id ?? null}
          filtersHref={composer}
        >
          <FilterBar
            inline
            chips={chips}
            fields={[
              ...(locations.length > 1
                ? [
                    {
                      name: "location",
                      label: "Location",
                      kind: "options" as const,
                      many: false,
                      options: locations.map(({ id, name }) => ({ value: id, label: name })),
                    },
                  ]
                : []),
              ...filterFields({ plans, tags: tags.map(({ tag }) => tag), locale, can_see_archive: false }),
            ]}
          >
            {chips.length === 0 ? <span className="text-ink-2">All members</span> : null}
          </FilterBar>
        </AudienceChoice>
      </Composer>
    </div>
  );
}
