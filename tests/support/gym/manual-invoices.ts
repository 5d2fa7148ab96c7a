import type { createInvoice as contract } from "@/lib/contracts/billing/invoices";
import type { Input } from "@/lib/contracts/contract";
import { createInvoice, finalizeInvoice } from "@/lib/domain/billing/invoices";
import type { Gym } from "./gym";

type Fields = Partial<Input<typeof contract>>;

/** A draft for the gym's member: two towels at 4.00 each. */
export function newDraft(gym: Gym, fields: Fields = {}) {
  const payer = fields.company_id ? {} : { member_id: gym.member_id };
  const lines = [{ description: "Towel service", quantity: 2, price_minor: 400 }];
  return createInvoice(gym.people.gym_owner.caller, { ...payer, lines, ...fields });
}

export async function newInvoice(gym: Gym, fields: Fields = {}) {
  const { id } = await newDraft(gym, fields);
  return finalizeInvoice(gym.people.gym_owner.caller, { id });
}
