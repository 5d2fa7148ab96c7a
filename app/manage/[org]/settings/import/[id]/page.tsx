import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { pageCaller } from "@/app/page-caller";
import { ImportWizard } from "@/components/imports/import-wizard";
import type { Step } from "@/components/imports/job";
import { getImport, listCallingCodes } from "@/lib/domain/imports";
import { listPlans } from "@/lib/domain/memberships/plans";
import { listLocations } from "@/lib/domain/organization/locations";

type Props = {
  params: Promise<{ org: string; id: string }>;
  searchParams: Promise<{ step?: string }>;
};

export const metadata: Metadata = { title: "Import" };

const steps: readonly string[] = ["columns", "check", "import"] satisfies Step[];

export default async function ImportJobPage({ params, searchParams }: Props) {
  const { org, id } = await params;
  const { step = "" } = await searchParams;
  const caller = await pageCaller(org);
  if (!caller.permissions.has("members.import")) notFound();
  const job = await orNotFound(getImport(caller, { id }));
  const [{ data: locations }, { data: plans }] = await Promise.all([listLocations(caller, {}), listPlans(caller, {})]);
  const locale = caller.organization?.locale ?? "en";
  const country = new Intl.Locale(locale).maximize().region;
  return (
    <ImportWizard
      initial={job}
      requestedStep={steps.includes(step) ? (step as Step) : undefined}
      organization={org}
      locale={locale}
      locations={locations.map((one) => ({ id: one.id, name: one.name }))}
      plans={plans.map((one) => ({ id: one.id, name: one.name }))}
      countries={listCallingCodes(country)}
    />
  );
}
