import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";

/** The domain's own types: these operations are called by its jobs alone. */
const anything = z.custom<never>(() => true);

/** The live subscriptions that are due, or those of a membership. */
export const findDueSubscriptions = job({
  id: "gateway_subscriptions.find_due",
  input: z.object({ membership_id: id.nullable() }),
  output: z.object({ ids: z.array(id) }),
});

export const reserveFollow = job({
  id: "gateway_subscriptions.reserve",
  input: z.object({ id }),
  output: z.object({ reserved: anything.nullable() }),
});

export const settleFollow = job({
  id: "gateway_subscriptions.settle",
  input: z.object({ id, reading: anything }),
  output: z.object({ mismatch: z.string().nullable() }),
});

/** Books paid bills whose invoices were issued. */
export const matchIssued = job({
  id: "gateway_subscriptions.match",
  input: z.object({ document_ids: z.array(id).min(1) }),
  output: z.object({ subscriptions: z.int() }),
});
