import type { createCompany as companyContract } from "@/lib/contracts/billing/companies";
import type { createLegalEntity as entityContract } from "@/lib/contracts/billing/legal-entities";
import type { createTaxRate as rateContract } from "@/lib/contracts/billing/tax-rates";
import type { Input } from "@/lib/contracts/contract";
import { createCompany } from "@/lib/domain/billing/companies";
import { createLegalEntity, createTaxRate, listLegalEntities } from "@/lib/domain/billing/entities";
import type { Gym } from "@/tests/support/gym/gym";

type GymRef = Pick<Gym, "people">;
const ownerOf = ({ people }: GymRef) => people.gym_owner.caller;

export const newEntity = (gym: GymRef, fields: Partial<Input<typeof entityContract>> = {}) =>
  createLegalEntity(ownerOf(gym), { legal_name: "Southside Ltd", country: "GB", ...fields });

export async function defaultEntity(gym: GymRef) {
  const { data } = await listLegalEntities(ownerOf(gym), {});
  const entity = data.find(({ is_default }) => is_default);
  if (!entity) throw new Error("The gym has no default legal entity");
  return entity;
}

/** A rate of the default legal entity. */
export const newRate = async (gym: GymRef, fields: Partial<Input<typeof rateContract>> = {}) =>
  createTaxRate(ownerOf(gym), {
    ...{ id: (await defaultEntity(gym)).id, name: "VAT", kind: "vat", rate_ppm: 200_000, from_on: "2011-01-04" },
    ...fields,
  });

export const newCompany = (gym: GymRef, fields: Partial<Input<typeof companyContract>> = {}) =>
  createCompany(ownerOf(gym), { name: `Brightwater ${crypto.randomUUID()}`, ...fields });
