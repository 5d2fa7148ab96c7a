import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { PoliciesForm } from "@/components/organization/policies-form";
import { SettingsHeader } from "@/components/organization/settings-header";
import { getOrganization, updateOrganization } from "@/lib/domain/organization";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Policies" };

type Props = { params: Promise<{ org: string }> };

export default async function PoliciesPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  if (!caller.organization || !mayUse(caller, updateOrganization.contract)) notFound();
  const organization = await getOrganization(caller, { id: caller.organization.id });
  return (
    <>
      <SettingsHeader organization={org} current="/policies" mayUse={(contract) => mayUse(caller, contract)} />
      <PoliciesForm organization={organization} />
    </>
  );
}
