import { MessageSquare, Plus, Upload } from "lucide-react";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Suspense } from "react";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { ColumnMenu } from "@/components/members/column-menu";
import { ExportButton } from "@/components/members/export-button";
import { chipsOf } from "@/components/members/filter-chips";
import { filterFields } from "@/components/members/filter-fields";
import { ListFooter } from "@/components/members/list-footer";
import { MemberSelection } from "@/components/members/member-selection";
import { MembersTable } from "@/components/members/members-table";
import { NoMembersFound } from "@/components/members/no-members-found";
import { hasFilters, type MemberQuery, membersHref, readQuery, sortOf, toInput } from "@/components/members/query";
import { ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { Skeleton } from "@/components/ui/data/skeleton";
import { FilterBar } from "@/components/ui/filters/filter-bar";
import { SearchField } from "@/components/ui/filters/search-field";
import { formatCount, type LocaleContext } from "@/lib/client/format";
import { hasSeveralZones } from "@/lib/client/zones";
import { listMembers, listMemberTags } from "@/lib/domain/members";
import { listPlans } from "@/lib/domain/memberships/plans";
import { listLocations } from "@/lib/domain/organization/locations";
import { columnsCookie, columnsFrom, usualColumns } from "@/lib/values/member-columns";
import { fullName } from "@/lib/values/person-name";
import { Tabs } from "./tabs";

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Members" };

const pageSize = 50;

export default async function MembersPage({ params, searchParams }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  const raw = await searchParams;
  const query = readQuery(raw);
  const stored = (await cookies()).get(columnsCookie)?.value;
  const shown = columnsFrom([raw.columns].flat().join()) ?? columnsFrom(stored) ?? usualColumns;
  const { filters, location, cursor, at = 0 } = query;
  const sort = sortOf(query);
  const [members, { data: locations }, { data: plans }, { data: tags }] = await Promise.all([
    orNotFound(
      listMembers(caller, { ...toInput(query), sort, limit: pageSize, with_total: true, ...(cursor && { cursor }) }),
    ),
    listLocations(caller, { include_archived: true }),
    listPlans(caller, { include_archived: true }),
    listMemberTags(caller, {}),
  ]);
  const { locale } = caller.organization ?? { locale: "en" };
  const now = caller.clock.now().toString();
  const zones = new Map(locations.map((one) => [one.id, one.time_zone]));
  const names = new Map(locations.map((one) => [one.id, one.name]));
  const localeContextOf = (id: string): LocaleContext => ({
    locale,
    now,
    shows_zone: hasSeveralZones(locations),
    time_zone: zones.get(id) ?? "UTC",
  });
  const base = `/manage/${org}/members`;
  const may = (permission: Parameters<typeof caller.permissions.has>[0]) => caller.permissions.has(permission);
  /** The current filters and sort order, without the cursor. */
  const view: MemberQuery = { filters, ...(location && { location }), ...(query.sort && { sort }) };
  const href = (change: Partial<MemberQuery>) => membersHref(base, { ...view, ...change });
  const list = membersHref("", { ...view, sort, ...(cursor && { cursor, at }) }).slice(1);
  const memberHref = (id: string) => `${base}/${id}?${new URLSearchParams({ list })}`;
  const chips = chipsOf(
    filters,
    { plans: new Map(plans.map(({ id, name }) => [id, name])) },
    localeContextOf(location ?? locations[0]?.id ?? ""),
  );
  const total = members.total;
  const totalWords = total && `${formatCount(total.count, locale)}${total.is_capped ? "+" : ""}`;
  const is_filtered = hasFilters(query);
  const hasMore = members.next_cursor !== null || cursor !== undefined;
  const canAdd = may("members.write");
  const exportQuery = new URLSearchParams(membersHref("", { filters }).slice(1));
  exportQuery.set("organization", org);
  if (location) exportQuery.set("location_id", location);
  return (
    <>
      <PageHeader
        title="Members"
        actions={
          <>
            {may("members.import") ? (
              <ButtonLink
                href={`/manage/${org}/settings/import`}
                icon={<Upload aria-hidden="true" />}
                className="max-md:hidden"
              >
                Import
              </ButtonLink>
            ) : null}
            {may("messages.send_bulk") && is_filtered && members.data.length > 0 ? (
              <ButtonLink
                href={membersHref(`/manage/${org}/messages/bulk/new`, {
                  filters,
                  ...(location && { location }),
                  ...(query.segment && { segment: query.segment }),
                })}
                icon={<MessageSquare aria-hidden="true" />}
                className="max-md:hidden"
              >
                Send message
              </ButtonLink>
            ) : null}
            {may("members.export") ? (
              <span className="max-md:hidden">
                <ExportButton href={`/api/v1/members/export?${exportQuery}`} />
              </span>
            ) : null}
            {canAdd ? (
              <ButtonLink href={`${base}/new`} variant="primary" icon={<Plus aria-hidden="true" />} keyCap="N">
                New member
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Suspense fallback={<TabsSkeleton />}>
        <Tabs
          organization={org}
          base={base}
          query={query}
          summary={chips.map(({ field, operator, value }) => `${field} ${operator} ${value}`).join(", ")}
        />
      </Suspense>
      <FilterBar
        search={<SearchField label="Name, phone, e-mail or member code" />}
        chips={chips.map((chip) => ({
          ...chip,
          removeHref: href({ filters: { ...filters, [chip.name]: undefined } }),
        }))}
        fields={filterFields({
          plans,
          tags: tags.map(({ tag }) => tag),
          locale,
          can_see_archive: may("members.archive"),
        })}
        actions={<ColumnMenu shown={shown} />}
        found={totalWords && is_filtered ? `${totalWords} ${total.count === 1 ? "member" : "members"}` : null}
      />
      {members.data.length > 0 ? (
        <>
          <MemberSelection
            key={cursor ?? "first"}
            organization={org}
            tags={tags.map(({ tag }) => tag)}
            invites={
              may("members.invite_many")
                ? { list: hasMore && totalWords ? { filters: toInput(query), count: totalWords } : null }
                : undefined
            }
            rights={{
              message: may("messages.send_bulk"),
              export: may("members.export"),
              archive: may("members.archive"),
            }}
            members={members.data.map(({ id, first_name, last_name, email, tags: own }) => ({
              id,
              name: fullName(first_name, last_name),
              email,
              tags: own,
            }))}
          >
            <MembersTable
              members={members.data}
              localeContextOf={localeContextOf}
              memberHref={memberHref}
              sort={sort}
              sortHref={(next) => href({ sort: next })}
              selectable={canAdd}
              shown={shown}
              locationName={(id) => names.get(id) ?? ""}
            />
          </MemberSelection>
          <ListFooter
            selectable={canAdd}
            summary={`${formatCount(at + 1, locale)}–${formatCount(at + members.data.length, locale)}${totalWords ? ` of ${totalWords}` : ""}`}
            firstHref={cursor ? href({}) : null}
            nextHref={members.next_cursor ? href({ cursor: members.next_cursor, at: at + pageSize }) : null}
            pageSize={pageSize}
          />
        </>
      ) : is_filtered || location ? (
        <NoMembersFound
          query={query}
          location_name={location ? (names.get(location) ?? null) : null}
          others={filters.q ? (await listMembers(caller, { q: filters.q, limit: 3 })).data : []}
          nameOfLocation={(id) => names.get(id) ?? ""}
          memberHref={memberHref}
          clearHref={membersHref(base, { filters: { q: filters.q }, ...(location && { location }) })}
          everywhereHref={location ? membersHref(base, { filters }) : null}
          addHref={canAdd ? `${base}/new${filters.q ? `?${new URLSearchParams({ name: filters.q })}` : ""}` : null}
        />
      ) : (
        <EmptyState
          title="No members yet"
          actions={
            <>
              {may("members.import") ? (
                <ButtonLink href={`/manage/${org}/settings/import`}>Import members</ButtonLink>
              ) : null}
              {canAdd ? (
                <ButtonLink href={`${base}/new`} variant="primary">
                  Add member
                </ButtonLink>
              ) : null}
            </>
          }
        >
          Import your members from your old software as a CSV file, or add them one by one. An e-mail address is
          optional.
        </EmptyState>
      )}
    </>
  );
}

const TabsSkeleton = () => (
  <div className="flex h-10 items-center gap-5 border-line border-b px-gutter" aria-hidden="true">
    {["w-14", "w-20", "w-16", "w-32", "w-20"].map((width) => (
      <Skeleton key={width} className={`h-4 ${width}`} />
    ))}
  </div>
);
