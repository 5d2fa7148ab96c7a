import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { InviteButton } from "@/components/team/invite-dialog";
import { OpenInvitations } from "@/components/team/open-invitations";
import { grantableBy } from "@/components/team/role-descriptions";
import { StaffTable } from "@/components/team/staff-table";
import { Pagination } from "@/components/ui/controls/pagination";
import { TabLinks } from "@/components/ui/controls/tab-links";
import { PageHeader } from "@/components/ui/data/page-header";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import { zoneOf } from "@/lib/client/zones";
import { listLocations } from "@/lib/domain/organization/locations";
import { listInvitations, listStaff } from "@/lib/domain/team";
import { dayAt } from "@/lib/values/calendar-day";

export const metadata: Metadata = { title: "Staff" };

type Query = { tab?: string; location?: string; cursor?: string; invite?: string };
type Props = { params: Promise<{ org: string }>; searchParams: Promise<Query> };

export default async function StaffPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { tab, location, cursor, invite } = await searchParams;
  const caller = await pageCaller(org);
  if (!caller.organization || !caller.permissions.has("staff.read")) notFound();
  const shows_former = tab === "left";
  const [staff, invitations, { data: locations }] = await Promise.all([
    orNotFound(
      listStaff(caller, {
        state: shows_former ? "left" : "current",
        limit: 100,
        ...(location ? { location_id: location } : {}),
        ...(cursor ? { cursor } : {}),
      }),
    ),
    listInvitations(caller, { limit: 100 }),
    listLocations(caller, {}),
  ]);
  const people = staff.data;
  const can_manage = caller.permissions.has("staff.write");
  const localeContext: LocaleContext = {
    locale: caller.organization.locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  };
  const dayWords = (instant: string) => formatDay(dayAt(instant, localeContext.time_zone), localeContext);
  const base = `/manage/${org}/staff`;
  const address = (query: Query) => {
    const params = Object.entries({ tab, location, ...query }).filter(([, value]) => value);
    return params.length > 0 ? `${base}?${new URLSearchParams(params as [string, string][])}` : base;
  };
  const roles = grantableBy([...caller.roles]);
  const locationOptions = locations.map(({ id, name }) => ({ id, name }));
  const reaches_all = caller.location_ids === null;
  return (
    <>
      <PageHeader
        title="Staff"
        actions={
          can_manage ? (
            <InviteButton
              organization={org}
              roles={roles}
              locations={locationOptions}
              reaches_all={reaches_all}
              is_open={invite !== undefined}
            />
          ) : null
        }
      />
      <TabLinks
        label="Staff"
        className="px-gutter"
        current={address({ tab: shows_former ? "left" : "" })}
        items={[
          { label: "Current", href: address({ tab: "" }), ...(shows_former ? {} : { count: people.length }) },
          { label: "Former", href: address({ tab: "left" }), ...(shows_former ? { count: people.length } : {}) },
        ]}
      />
      {shows_former ? null : (
        <OpenInvitations
          organization={org}
          can_manage={can_manage}
          invitations={invitations.data.map((invitation) => ({
            ...invitation,
            sent: dayWords(invitation.created_at).toLowerCase(),
            until: dayWords(invitation.expires_at),
          }))}
        />
      )}
      {people.length > 0 ? (
        <StaffTable
          organization={org}
          gym_name={caller.organization.name}
          people={people}
          own_id={caller.staff_id}
          localeContext={localeContext}
          roles={roles}
          locations={locationOptions}
          reaches_all={reaches_all}
          can_manage={can_manage}
          activityHref={(actor_id) =>
            caller.permissions.has("audit.read") ? `/manage/${org}/activity?${new URLSearchParams({ actor_id })}` : null
          }
        />
      ) : (
        <p className="px-gutter py-6 text-ink-3">
          {shows_former ? "No former staff members." : "No staff members found."}
        </p>
      )}
      {staff.next_cursor ? (
        <Pagination
          summary={`${people.length} staff members`}
          nextHref={address({ cursor: staff.next_cursor })}
          pageSize={100}
        />
      ) : null}
    </>
  );
}
