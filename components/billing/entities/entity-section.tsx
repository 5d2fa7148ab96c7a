import { ButtonLink } from "@/components/ui/controls/button";
import { TextLink } from "@/components/ui/controls/text-link";
import { Badge } from "@/components/ui/data/badge";
import { DescriptionList } from "@/components/ui/data/description-list";
import { Section } from "@/components/ui/data/section";
import { counted } from "@/lib/values/counted";
import { legalProfiles } from "@/lib/values/legal-profiles";
import { type LegalEntity, percentText, type TaxRate } from "./entity";
import { lateFeeWords } from "./late-fee-words";
import { RateTable } from "./rate-table";
import { TaxSuggestion } from "./tax-suggestion";

interface EntitySectionProps {
  organization: string;
  entity: LegalEntity;
  rates: readonly TaxRate[];
  /** The names of the locations that sell in its name. */
  location_names: readonly string[];
  countryName: (code: string) => string;
  /** The address of a sheet of this entity. */
  sheetHref: (sheet: "edit" | "rate" | "rules" | { rate: string }) => string;
  today: string;
  locale: string;
  currency: string;
}

/** A legal entity with what its documents print, and its taxes. */
export function EntitySection(props: EntitySectionProps) {
  const { organization, entity, rates, location_names, countryName, sheetHref, today, locale, currency } = props;
  const number = (prefix: string) =>
    entity.numbers_by_year
      ? `${prefix}/…/${"1".padStart(entity.number_digits, "0")}`
      : `${prefix}-${"1".padStart(entity.number_digits, "0")}`;
  const current = rates.filter(({ from_on, to_on }) => from_on <= today && (!to_on || to_on >= today));
  return (
    <Section
      title={entity.legal_name}
      meta={
        entity.archived_at ? <Badge tone="mute">Archived</Badge> : entity.is_default ? <Badge>Default</Badge> : null
      }
      action={
        <ButtonLink href={sheetHref("edit")} scroll={false} aria-label={`Edit ${entity.legal_name}`}>
          Edit
        </ButtonLink>
      }
      className="px-gutter"
    >
      <div className="flex flex-col gap-5">
        {entity.taxes_confirmed_at ? null : (
          <TaxSuggestion organization={organization} entity={entity} has_rates={rates.length > 0} locale={locale} />
        )}
        <DescriptionList
          items={[
            { term: "Country", detail: entity.country === "ZZ" ? "not known yet" : countryName(entity.country) },
            { term: "Address", detail: entity.address },
            {
              term: "Tax ids",
              detail: entity.tax_ids.map(({ label, value }) => `${label} ${value}`).join(", ") || null,
            },
            {
              term: "Taxes today",
              detail: current.map(({ name, rate_ppm }) => `${name} ${percentText(rate_ppm)}`).join(", ") || "none",
            },
            { term: "Numbers", detail: `${number(entity.invoice_prefix)} and ${number(entity.credit_note_prefix)}` },
            {
              term: "Invoices are due",
              detail: entity.due_days === 0 ? "at once" : `after ${counted(entity.due_days, "day")}`,
            },
            {
              term: "Cancellations",
              detail: (
                <TextLink href={sheetHref("rules")} scroll={false}>
                  {entity.legal_rules
                    ? `Rules of ${legalProfiles[entity.legal_rules.profile].name}`
                    : "No legal rules confirmed. Check them"}
                </TextLink>
              ),
            },
            { term: "Late fee", detail: lateFeeWords(entity.late_fee, { locale, currency }) },
            { term: "Locations", detail: location_names.join(", ") || "none" },
          ]}
        />
        <RateTable
          entity_name={entity.legal_name}
          rates={rates}
          today={today}
          locale={locale}
          rateHref={(rate) => sheetHref({ rate })}
          addHref={sheetHref("rate")}
        />
      </div>
    </Section>
  );
}
