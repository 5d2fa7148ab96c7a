import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { MemberForm } from "@/components/members/member-form";
import { emptyMember } from "@/components/members/member-form-values";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listLocations } from "@/lib/domain/locations";
import { callingCodeOf, listMemberTags } from "@/lib/domain/members";
import { dayAt } from "@/lib/values/calendar-day";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ name?: string; location?: string }> };

export const metadata: Metadata = { title: "New member" };

export default async function NewMemberPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { name = "", location } = await searchParams;
  const caller = await pageCaller(org);
  if (!caller.permissions.has("members.write")) notFound();
  const [{ data: locations }, { data: tags }] = await Promise.all([
    listLocations(caller, {}),
    listMemberTags(caller, {}),
  ]);
  const home = locations.find(({ id }) => id === location) ?? locations[0];
  const base = `/manage/${org}/members`;
  const today = dayAt(caller.clock.now().toString(), home?.time_zone ?? "UTC");
  return (
    <>
      <PageHeader
        title="New member"
        breadcrumb={<Breadcrumb items={[{ label: "Members", href: base }, { label: "New member" }]} />}
      />
      {home ? (
        <MemberForm
          organization={org}
          base={base}
          locations={locations}
          tags={tags.map(({ tag }) => tag)}
          calling_code={callingCodeOf(caller.organization?.locale ?? "en-US")}
          today={today}
          start={emptyMember({ name, home_location_id: home.id, joined_on: today })}
        />
      ) : (
        <EmptyState
          title="Open a location first"
          actions={<ButtonLink href={`/manage/${org}/settings/locations`}>Locations</ButtonLink>}
        >
          Every member has a home location: its clock decides what today is.
        </EmptyState>
      )}
    </>
  );
}
