import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { memberOf } from "@/app/manage/[org]/members/[id]/member";
import { PrintCard } from "@/components/members/print-card";
import { Breadcrumb } from "@/components/ui/data/breadcrumb";
import { PageHeader } from "@/components/ui/data/page-header";
import { fullName } from "@/lib/values/person-name";

type Props = { params: Promise<{ org: string; id: string }> };

export const metadata: Metadata = { title: "Card" };

export default async function CardPage({ params }: Props) {
  const { org, id } = await params;
  const { caller, member } = await memberOf(org, id);
  if (!caller.permissions.has("cards.issue")) notFound();
  const base = `/manage/${org}/members`;
  const name = fullName(member.first_name, member.last_name);
  return (
    <>
      <PageHeader
        title={`Card for ${name}`}
        breadcrumb={
          <Breadcrumb
            items={[{ label: "Members", href: base }, { label: name, href: `${base}/${id}` }, { label: "Card" }]}
          />
        }
      />
      <PrintCard
        gym_name={caller.organization?.name ?? ""}
        name={name}
        member_code={member.member_code}
        memberHref={`${base}/${id}`}
      />
    </>
  );
}
