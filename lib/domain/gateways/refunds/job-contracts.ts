import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";

/** The domain's own types: these operations are called by its jobs alone. */
const anything = z.custom<never>(() => true);

export const findDueRefunds = job({
  id: "gateway_refunds.find_due",
  input: z.object({}),
  output: z.object({ due: z.array(anything) }),
});

export const settleRefund = job({
  id: "gateway_refunds.settle",
  input: z.object({ refund_id: id, result: anything }),
  output: z.object({
    verdict: z.enum(["succeeded", "failed", "pending", "mismatch", "unchanged"]),
    sentence: z.string().nullable(),
  }),
});
