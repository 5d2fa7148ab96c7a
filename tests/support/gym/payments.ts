import { getAccount } from "@/lib/domain/billing/credits";
import { recordPayment } from "@/lib/domain/billing/payments";
import { Problem } from "@/lib/kernel/errors";
import type { Gym } from "./gym";

export const many = (count: number) => Array.from({ length: count });
export const owner = (gym: Gym) => gym.people.gym_owner.caller;
export const reason = "Agreed at the desk";

export const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof Problem ? error.code : Promise.reject(error)),
  );

export async function openOf(gym: Gym): Promise<number[]> {
  const { open_invoices } = await getAccount(owner(gym), { id: gym.member_id });
  return open_invoices.map(({ open_minor }) => open_minor);
}

export const pay = (gym: Gym, amount_minor: number, fields: Partial<Parameters<typeof recordPayment>[1]> = {}) =>
  recordPayment(owner(gym), { member_id: gym.member_id, method: "card_terminal", amount_minor, ...fields });
