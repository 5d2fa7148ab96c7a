import { newId } from "@/db/id";
import { syncPayouts } from "@/lib/domain/gateways/payouts";
import { systemCaller } from "@/lib/kernel/caller";
import type { Specimens } from "@/tests/support/contracts/specimens";
import { collectedByCard, disputeRows, heard, payoutRows } from "@/tests/support/gateways/disputed";
import type { Gym } from "@/tests/support/gym/gym";
import { scripted } from "./gateways";

/** A payment by card that its bank has taken back. */
const disputed = async (gym: Gym) => {
  const collected = await collectedByCard(gym, await scripted(gym));
  const ref = `dp_${newId()}`;
  await heard(gym, collected, { ref });
  const row = (await disputeRows(gym)).find(({ dispute_ref }) => dispute_ref === ref);
  return { id: row?.id ?? "" };
};

/** A payment by card that the bank has. */
const paidOut = async (gym: Gym) => {
  const gateway = await scripted(gym);
  const { charge_ref, currency } = await collectedByCard(gym, gateway);
  const ref = `po_${newId()}`;
  gateway.payouts.push({
    ...{ ref, status: "paid", arrives_on: "2026-03-05", amount_minor: 5_699, currency },
    items: [
      {
        ...{ ref: `txn_${newId()}`, kind: "payment", source_ref: charge_ref, currency },
        ...{ amount_minor: 5_900, fee_minor: 201 },
      },
    ],
  });
  await syncPayouts(systemCaller("Payouts", gym.organization), gateway.gateway_id);
  const row = (await payoutRows(gym)).find(({ payout_ref }) => payout_ref === ref);
  return { id: row?.id ?? "" };
};

const list = (make: (gym: Gym) => Promise<unknown>) => async (gym: Gym) => {
  await make(gym);
  return {};
};

export const specimens: Specimens = {
  inputs: {
    "disputes.list": list(disputed),
    "disputes.totals": list(disputed),
    "disputes.get": disputed,
    "disputes.evidence": disputed,
    "disputes.submit": async (gym) => ({ ...(await disputed(gym)), summary: "The member was here every week." }),
    "payouts.list": list(paidOut),
    "payouts.totals": list(paidOut),
    "payouts.get": paidOut,
    "payouts.list_items": paidOut,
  },
};
