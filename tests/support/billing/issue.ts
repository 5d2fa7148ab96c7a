import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { type Draft, type DraftLine, type Issued, issueDocuments } from "@/lib/domain/billing/documents";
import { systemCaller } from "@/lib/kernel/caller";
import { fixedClock } from "@/lib/kernel/clock";
import { operation } from "@/lib/kernel/operation";
import type { Gym } from "@/tests/support/gym/gym";

const issue = operation(
  job({ id: "tests.issue", input: z.strictObject({ drafts: z.array(z.any()) }), output: z.array(z.any()) }),
  (ctx, { drafts }) => issueDocuments(ctx, drafts as Draft[]),
);

export const line = (fields: Partial<DraftLine> = {}): DraftLine => ({
  ...{ kind: "manual", member_id: null, membership_id: null, description: "Towel", due_on: "2026-03-01" },
  ...{ from_on: null, to_on: null, list_minor: 1_000, discount_minor: 0, tax_class: "standard" },
  ...{ is_price_with_tax: true, facts: null },
  ...fields,
});

export type IssueRef = Pick<Gym, "organization" | "location_id" | "member_id">;
type Fields = { company_id?: string; location_id?: string; currency?: string };

/** Documents issued at an instant, each with its lines. */
export async function issueAt(
  gym: IssueRef,
  at: string,
  documents: readonly (readonly DraftLine[])[],
  { company_id, location_id = gym.location_id, currency = gym.organization.currency }: Fields = {},
): Promise<Issued[]> {
  const payer = company_id
    ? { payer_member_id: null, payer_company_id: company_id }
    : { payer_member_id: gym.member_id, payer_company_id: null };
  const drafts = documents.map((lines): Draft => ({ ...payer, origin: "manual", location_id, currency, lines }));
  return issue(systemCaller("Tests", gym.organization, fixedClock(at)), { drafts });
}
