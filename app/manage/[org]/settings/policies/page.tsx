import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { PoliciesForm } from "@/components/settings/policies-form";
import { SettingsHeader } from "@/components/settings/settings-header";
import { getOrganization } from "@/lib/domain/organizations";

export const metadata: Metadata = { title: "Policies" };

type Props = { params: Promise<{ org: string }> };

export default async function PoliciesPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  if (!caller.organization || !caller.permissions.has("organizations.update")) notFound();
  const organization = await getOrganization(caller, { id: caller.organization.id });
  return (
    <>
      <SettingsHeader organization={org} current="/policies" permissions={caller.permissions} />
      <PoliciesForm organization={organization} />
    </>
  );
}
