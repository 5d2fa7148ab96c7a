import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { LogoField } from "@/components/organization/logo-field";
import { OrganizationForm } from "@/components/organization/organization-form";
import { SettingsHeader } from "@/components/organization/settings-header";
import { getOrganization, updateOrganization } from "@/lib/domain/organization";
import { mayUse } from "@/lib/kernel/operation";
import { currencyCodes } from "@/lib/values/money";

export const metadata: Metadata = { title: "Settings" };

type Props = { params: Promise<{ org: string }> };

export default async function SettingsPage({ params }: Props) {
  const { org } = await params;
  const caller = await pageCaller(org);
  if (!mayUse(caller, updateOrganization.contract)) redirect(`/manage/${org}/settings/locations`);
  const organization = await getOrganization(caller, { id: caller.organization?.id ?? "" });
  const names = new Intl.DisplayNames("en", { type: "currency" });
  const currencies = currencyCodes.map((code) => ({ value: code, label: `${code}, ${names.of(code)}` }));
  return (
    <>
      <SettingsHeader organization={org} current="" mayUse={(contract) => mayUse(caller, contract)} />
      <LogoField organization={organization} />
      <OrganizationForm organization={organization} currencies={currencies} />
    </>
  );
}
