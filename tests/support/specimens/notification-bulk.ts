import * as contracts from "@/lib/contracts/messages/notification-bulk";
import { failBulk } from "@/lib/domain/messages/bulk";
import { systemCaller } from "@/lib/kernel/caller";
import type { Specimens } from "@/tests/support/contracts/specimens";
import type { Gym } from "@/tests/support/gym/gym";
import { call } from "@/tests/support/http/api";

const words = {
  filters: { archived: "no" as const },
  channel: "email" as const,
  category: "reminder" as const,
  subject: "We open at 10 over Easter",
  body: "Hello {{first_name}}, over Easter we open at 10.",
};

async function failedBulk(gym: Gym) {
  const id = await newBulk(gym);
  await failBulk(systemCaller("Bulk message", gym.organization), { bulk_id: id });
  return { id };
}

const newBulk = async (gym: Gym) =>
  (await call(contracts.createBulk, { name: "Easter", ...words }, { token: gym.people.gym_owner.token })).id;

export const specimens: Specimens = {
  inputs: {
    "notifications.preview_bulk": () => words,
    "notifications.create_bulk": () => ({ name: "Easter", ...words }),
    "notifications.list_bulk": () => ({ limit: 1 }),
    "notifications.get_bulk": async (gym) => ({ id: await newBulk(gym) }),
    "notifications.cancel_bulk": async (gym) => ({ id: await newBulk(gym) }),
    "notifications.retry_bulk": failedBulk,
  },
};
