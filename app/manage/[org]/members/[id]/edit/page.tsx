import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { memberOf } from "@/app/manage/[org]/members/[id]/member";
import { homesOf } from "@/app/manage/[org]/members/homes";
import { pagePolicies } from "@/app/page-policies";
import { MemberForm } from "@/components/members/member-form";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { PageHeader } from "@/components/ui/data/page-header";
import { callingCodeOf, listMemberTags } from "@/lib/domain/members";
import { listLocations } from "@/lib/domain/organization/locations";
import { fullName } from "@/lib/values/person-name";

type Props = { params: Promise<{ org: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, id } = await params;
  const { member } = await memberOf(org, id);
  return { title: `Edit ${fullName(member.first_name, member.last_name)}` };
}

export default async function EditMemberPage({ params }: Props) {
  const { org, id } = await params;
  const { caller, member } = await memberOf(org, id);
  if (!caller.permissions.has("members.write") || member.archived_at) notFound();
  const [{ data: locations }, { data: tags }] = await Promise.all([
    listLocations(caller, { include_archived: true }),
    listMemberTags(caller, {}),
  ]);
  const { adult_age, guardian } = pagePolicies(caller);
  const base = `/manage/${org}/members`;
  const name = fullName(member.first_name, member.last_name);
  const open = locations.filter((one) => !one.archived_at || one.id === member.home_location_id);
  return (
    <>
      <PageHeader
        title={`Edit ${name}`}
        breadcrumb={
          <Breadcrumb
            items={[{ label: "Members", href: base }, { label: name, href: `${base}/${id}` }, { label: "Edit" }]}
          />
        }
      />
      <MemberForm
        key={member.version}
        organization={org}
        base={base}
        member={member}
        locations={homesOf(open, caller.clock.now().toString())}
        tags={tags.map(({ tag }) => tag)}
        calling_code={callingCodeOf(caller.organization?.locale ?? "en-US")}
        policy={{ adult_age, guardian }}
      />
    </>
  );
}
