import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";

/** The domain's own types: these operations are called by its jobs alone. */
const anything = z.custom<never>(() => true);

export const planPayouts = job({
  id: "payouts.plan",
  input: z.object({ gateway_id: id }),
  output: z.object({ plan: anything }),
});

export const findPayoutGateways = job({
  id: "payouts.find_gateways",
  input: z.object({}),
  output: z.object({ gateway_ids: z.array(id) }),
});

export const settlePayout = job({
  id: "payouts.settle",
  input: z.object({ gateway_id: id, state: anything, items: anything }),
  output: z.object({ id, mismatches: z.int() }),
});

export const matchPayouts = job({
  id: "payouts.match",
  input: z.object({ gateway_id: id }),
  output: z.object({ matched: z.int() }),
});
