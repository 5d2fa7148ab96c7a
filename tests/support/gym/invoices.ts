import { and, asc, eq } from "drizzle-orm";
import { invoices, legalEntities, taxRates } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { type Draft, type DraftLine, type Issued, issueDocuments } from "@/lib/domain/billing/documents";
import type { Clock } from "@/lib/kernel/clock";
import { dayAt } from "@/lib/values/calendar-day";
import { asJob } from "@/tests/support/jobs/as-job";
import type { Gym } from "./gym";

type Fields = Partial<Omit<Draft, "lines" | "payer_member_id" | "payer_company_id">> & {
  member_id?: string;
  lines?: readonly Partial<DraftLine>[];
  at?: Clock;
};

/** A line of 59.00 with tax, if a rate applies. */
const draftLine = (gym: Gym, fields: Partial<DraftLine> = {}): DraftLine => ({
  kind: "manual",
  member_id: null,
  membership_id: null,
  description: "Personal training",
  due_on: dayAt(gym.people.gym_owner.caller.clock.now().toString(), "UTC"),
  from_on: null,
  to_on: null,
  list_minor: 5_900,
  discount_minor: 0,
  tax_class: "membership",
  is_price_with_tax: true,
  facts: null,
  ...fields,
});

export function draftOf(gym: Gym, { member_id = gym.member_id, lines = [{}], at: _, ...fields }: Fields = {}): Draft {
  return {
    ...{ payer_member_id: member_id, payer_company_id: null, origin: "manual" },
    ...{ location_id: gym.location_id, currency: gym.organization.currency },
    ...fields,
    lines: lines.map((line) => draftLine(gym, line)),
  };
}

/** Documents that a job issues at once. */
export function issueAll(gym: Gym, drafts: readonly Draft[], at?: Clock): Promise<Issued[]> {
  return asJob(gym, at ?? gym.people.gym_owner.caller.clock, (ctx) => issueDocuments(ctx, drafts));
}

/** By default an invoice of 59.00 to the gym's member, due today. */
export async function newInvoice(gym: Gym, fields: Fields = {}): Promise<Issued> {
  const [issued] = await issueAll(gym, [draftOf(gym, fields)], fields.at);
  if (!issued) throw new Error("No invoice was issued");
  return issued;
}

/** From here on lines of the class are taxed. */
export async function newTaxRate(gym: Gym, rate_ppm: number, tax_class = "membership"): Promise<void> {
  const { organization_id } = gym;
  await inTenant({ organization_id, user_id: null }, async (db) => {
    const [entity] = await db.select({ id: legalEntities.id }).from(legalEntities);
    if (!entity) throw new Error("The gym has no legal entity");
    await db.insert(taxRates).values({
      ...{ organization_id, legal_entity_id: entity.id, tax_class, name: "VAT", kind: "vat", rate_ppm },
      from_on: "2020-01-01",
    });
  });
}

/** The gym's invoices in the order of their numbers. */
export async function invoiceIdsOf({ organization_id }: Gym): Promise<string[]> {
  const rows = await inTenant({ organization_id, user_id: null }, (db) =>
    db
      .select({ id: invoices.id })
      .from(invoices)
      .where(and(eq(invoices.organization_id, organization_id), eq(invoices.kind, "invoice")))
      .orderBy(asc(invoices.number)),
  );
  return rows.map(({ id }) => id);
}
