import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { countryOptions } from "@/app/country-options";
import { pageCaller } from "@/app/page-caller";
import { BillingSettingsHeader } from "@/components/billing/entities/billing-settings-header";
import { EntitySection } from "@/components/billing/entities/entity-section";
import { EntitySheet } from "@/components/billing/entities/entity-sheet-on-demand";
import { LegalSheet } from "@/components/billing/entities/legal-sheet-on-demand";
import { RateSheet } from "@/components/billing/entities/rate-sheet-on-demand";
import { ButtonLink } from "@/components/ui/controls/button";
import { todayAt } from "@/lib/client/format";
import { listUrl } from "@/lib/client/list-url";
import { zoneOf } from "@/lib/client/zones";
import { listLegalEntities, listTaxRates } from "@/lib/domain/billing/entities";
import { listLocations } from "@/lib/domain/organization/locations";
import { mayUse } from "@/lib/kernel/operation";

export const metadata: Metadata = { title: "Billing settings" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ entity?: string; rate?: string; rules?: string }>;
};

export default async function BillingSettingsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { entity: chosen, rate: chosen_rate, rules } = await searchParams;
  const caller = await pageCaller(org);
  if (!caller.organization || !mayUse(caller, listLegalEntities.contract)) notFound();
  const { locale, currency } = caller.organization;
  const [{ data: entities }, { data: locations }] = await Promise.all([
    listLegalEntities(caller, { include_archived: true }),
    listLocations(caller, {}),
  ]);
  const rates = await Promise.all(entities.map(({ id }) => listTaxRates(caller, { id })));
  const today = todayAt({
    locale,
    ...zoneOf(locations),
    now: caller.clock.now().toString(),
  });
  const countries = countryOptions();
  const countryName = (code: string) => countries.find(({ value }) => value === code)?.label ?? code;
  const base = `/manage/${org}/settings/billing`;
  const entity = entities.find(({ id }) => id === chosen) ?? null;
  const rate = rates.flatMap(({ data }) => data).find(({ id }) => id === chosen_rate) ?? null;
  return (
    <>
      <BillingSettingsHeader
        organization={org}
        current=""
        mayUse={(contract) => mayUse(caller, contract)}
        actions={
          <ButtonLink
            href={listUrl(base, { entity: "new" })}
            variant="primary"
            scroll={false}
            icon={<Plus aria-hidden="true" />}
          >
            New legal entity
          </ButtonLink>
        }
      />
      {entities
        .toSorted((a, b) => Number(a.archived_at !== null) - Number(b.archived_at !== null))
        .map((one) => (
          <EntitySection
            key={one.id}
            organization={org}
            entity={one}
            rates={rates[entities.indexOf(one)]?.data ?? []}
            location_names={locations.filter(({ id }) => one.location_ids.includes(id)).map(({ name }) => name)}
            countryName={countryName}
            sheetHref={(sheet) =>
              listUrl(base, {
                entity: one.id,
                rate: typeof sheet === "object" ? sheet.rate : sheet === "rate" ? "new" : undefined,
                rules: sheet === "rules" ? "edit" : undefined,
              })
            }
            today={today}
            locale={locale}
            currency={currency}
          />
        ))}
      {entity && rules ? (
        <LegalSheet key={rules} organization={org} entity={entity} closeHref={base} />
      ) : entity && chosen_rate ? (
        <RateSheet key={chosen_rate} organization={org} entity={entity} rate={rate} today={today} closeHref={base} />
      ) : entity || chosen === "new" ? (
        <EntitySheet
          key={chosen}
          organization={org}
          entity={entity}
          country={entities.find(({ is_default }) => is_default)?.country.replace("ZZ", "") ?? ""}
          countries={countries}
          locations={locations.map(({ id, name }) => ({ id, name }))}
          currency={currency}
          locale={locale}
          closeHref={base}
        />
      ) : null}
    </>
  );
}
