import type { Client } from "pg";
import { legalEntities, taxRates } from "@/db/schema";
import type { SeedGym } from "@/db/seed/gym";
import { random } from "@/db/seed/random";
import { insertRows } from "@/db/seed/rows";

export type BuiltEntities = ReturnType<typeof entitiesOf>;

/** The companies that sell. The database makes the default one with its organization, so that one has no id here. */
export function entitiesOf({ slug, billing }: SeedGym, founded_ms: number) {
  const source = random(`${slug} entities`);
  const [usual, ...others] = billing.entities.map(({ locations, rates, ...entity }, index) => ({
    id: index === 0 ? null : source.id(founded_ms),
    ...{ locations, entity: { ...entity, due_days: billing.due_days } },
    rates: rates.map((rate) => ({ id: source.id(founded_ms), ...rate })),
  }));
  if (!usual) throw new Error(`${slug} needs a legal entity`);
  const entityAt = (location: string) => others.find(({ locations }) => locations.includes(location))?.id ?? null;
  return { usual, others, entityAt };
}

/** Writes them with the taxes that their owners have confirmed. */
export async function writeEntities(
  client: Client,
  organization: { id: string; created_at?: string | undefined },
  { usual, others }: BuiltEntities,
): Promise<void> {
  const at = organization.created_at ?? null;
  const { entity } = usual;
  const { rows } = await client.query<{ id: string }>(
    `update legal_entities e set legal_name = r.legal_name, address = r.address, country = r.country, state_code = r.state_code,
       tax_ids = r.tax_ids, due_days = r.due_days, financial_year_starts_in = r.financial_year_starts_in,
       invoice_prefix = r.invoice_prefix, credit_note_prefix = r.credit_note_prefix, number_digits = r.number_digits,
       numbers_by_year = r.numbers_by_year, bank_details = r.bank_details, invoice_footer = r.invoice_footer, taxes_confirmed_at = $3
     from json_populate_record(null::legal_entities, $2) r where e.organization_id = $1 and e.is_default returning e.id`,
    [organization.id, JSON.stringify(entity), at],
  );
  const default_id = rows[0]?.id ?? "";
  const shared = { organization_id: organization.id, created_at: at ?? "" };
  await insertRows(
    client,
    legalEntities,
    others.map(({ id, entity: other }) => ({
      ...{ id: id ?? "", ...shared, ...other },
      ...{ is_default: false, taxes_confirmed_at: at, version: 1, updated_at: at ?? "" },
    })),
  );
  await insertRows(
    client,
    taxRates,
    [usual, ...others].flatMap(({ id, rates }) =>
      rates.map((rate) => ({ ...rate, ...shared, legal_entity_id: id ?? default_id })),
    ),
  );
}
