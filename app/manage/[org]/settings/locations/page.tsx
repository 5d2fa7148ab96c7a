import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageCaller } from "@/app/page-caller";
import { LocationSheet } from "@/components/organization/location-sheet-on-demand";
import { LocationsList } from "@/components/organization/locations-list";
import { SettingsHeader } from "@/components/organization/settings-header";
import { ButtonLink } from "@/components/ui/controls/button";
import { formatTime } from "@/lib/client/format";
import { createLocation, listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";
import { currencyCodes } from "@/lib/values/money";

export const metadata: Metadata = { title: "Locations" };

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ edit?: string }> };

export default async function LocationsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { edit } = await searchParams;
  const caller = await pageCaller(org);
  if (!caller.organization || !caller.permissions.has("locations.write")) notFound();
  const { locale, currency } = caller.organization;
  const { data: locations } = await listLocations(caller, { include_archived: true });
  const now = caller.clock.now().toString();
  const clocks = new Map(locations.map(({ id, time_zone }) => [id, formatTime(now, { locale, time_zone })]));
  const names = new Intl.DisplayNames("en", { type: "currency" });
  const base = `/manage/${org}/settings/locations`;
  const edited = locations.find(({ id }) => id === edit) ?? null;
  const may_open = mayUse(caller, createLocation.contract);
  return (
    <>
      <SettingsHeader
        organization={org}
        current="/locations"
        mayUse={(contract) => mayUse(caller, contract)}
        actions={
          may_open ? (
            <ButtonLink href={`${base}?edit=new`} variant="primary" scroll={false} icon={<Plus aria-hidden="true" />}>
              New location
            </ButtonLink>
          ) : null
        }
      />
      <LocationsList
        locations={locations.toSorted((a, b) => Number(a.archived_at !== null) - Number(b.archived_at !== null))}
        locale={locale}
        clocks={clocks}
        editHref={(id) => `${base}?edit=${id}`}
      />
      {edited || (edit === "new" && may_open) ? (
        <LocationSheet
          key={edit}
          organization={org}
          location={edited}
          defaults={{ currency, time_zone: locations[0]?.time_zone ?? "UTC" }}
          currencies={currencyCodes.map((code) => ({ value: code, label: `${code}, ${names.of(code)}` }))}
          closeHref={base}
        />
      ) : null}
    </>
  );
}
