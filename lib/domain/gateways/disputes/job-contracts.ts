import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";

/** The domain's own types: these operations are called by its jobs alone. */
const anything = z.custom<never>(() => true);

export const findDueDisputes = job({
  id: "disputes.find_due",
  input: z.object({}),
  output: z.object({ due: z.array(anything) }),
});

export const settleDispute = job({
  id: "disputes.settle",
  input: z.object({ id, result: anything }),
  output: z.object({ verdict: z.string(), sentence: z.string().nullable() }),
});
