import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";

/** The domain's own types: these operations are called by its jobs alone. */
const anything = z.custom<never>(() => true);

export const claimEvents = job({
  id: "gateway_events.claim",
  input: z.object({ gateway_id: id, limit: z.int() }),
  output: z.object({ events: z.array(anything), gateway: anything }),
});

export const findWaiting = job({
  id: "gateway_events.find_waiting",
  input: z.object({}),
  output: z.object({ gateway_ids: z.array(id) }),
});

export const finishEvents = job({
  id: "gateway_events.finish",
  input: z.object({ event_ids: z.array(id).min(1), reading: anything }),
  output: z.object({ ended: z.int() }),
});
