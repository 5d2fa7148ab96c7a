import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { homesOf } from "@/app/manage/[org]/members/homes";
import { pageCaller } from "@/app/page-caller";
import { pagePolicies } from "@/app/page-policies";
import { MemberForm } from "@/components/members/member-form";
import { emptyMember } from "@/components/members/member-form-values";
import { ButtonLink } from "@/components/ui/controls/button";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { EmptyState } from "@/components/ui/data/empty-state";
import { PageHeader } from "@/components/ui/data/page-header";
import { callingCodeOf, listMemberTags } from "@/lib/domain/members";
import { listLocations } from "@/lib/domain/organization/locations";

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
  const homes = homesOf(locations, caller.clock.now().toString());
  const home = homes.find(({ id }) => id === location) ?? homes[0];
  const { adult_age, guardian } = pagePolicies(caller);
  const base = `/manage/${org}/members`;
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
          locations={homes}
          tags={tags.map(({ tag }) => tag)}
          calling_code={callingCodeOf(caller.organization?.locale ?? "en-US")}
          can_invite={caller.permissions.has("members.invite")}
          policy={{ adult_age, guardian }}
          start={emptyMember({ name, home_location_id: home.id, joined_on: home.today })}
        />
      ) : (
        <EmptyState
          title="Add a location first"
          actions={<ButtonLink href={`/manage/${org}/settings/locations`}>Go to locations</ButtonLink>}
        >
          Every member has a home location. Its time zone applies to the member's dates.
        </EmptyState>
      )}
    </>
  );
}
