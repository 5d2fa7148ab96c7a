import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";
import { attemptOrigins } from "@/lib/values/gateways";

const ids = z.array(id).min(1).max(500);

/** The domain's own types: these operations are called by its jobs alone. */
const anything = z.custom<never>(() => true);

export const reserveCharges = job({
  id: "payment_attempts.reserve",
  input: z.object({ invoice_ids: ids, origin: z.enum(attemptOrigins), is_automatic: z.boolean() }),
  output: z.object({ reserved: z.array(anything), skipped: z.array(anything) }),
});

export const findUncharged = job({
  id: "payment_attempts.find_uncharged",
  input: z.object({}),
  output: z.object({ invoice_ids: z.array(id) }),
});

export const settleCharges = job({
  id: "payment_attempts.settle",
  input: z.object({ answers: z.array(anything), announced: z.array(anything) }),
  output: z.object({ settled: z.array(anything) }),
});

export const findUnsettled = job({
  id: "payment_attempts.find_unsettled",
  input: z.object({}),
  output: z.object({ reserved: z.array(anything), has_more: z.boolean() }),
});
