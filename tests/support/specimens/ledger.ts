import { issueAt, line } from "@/tests/support/billing/issue";
import type { Specimens } from "@/tests/support/contracts/specimens";
import type { Gym } from "@/tests/support/gym/gym";

/** An invoice at the gym's location. */
const issued = async (gym: Gym) => {
  await issueAt(gym, "2026-03-02T09:00:00Z", [[line()]]);
  return {};
};

export const specimens: Specimens = {
  inputs: {
    "ledger.trial_balance": issued,
    "ledger.list_entries": issued,
    "ledger.export": issued,
  },
};
