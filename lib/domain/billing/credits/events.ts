import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

export const creditGranted = defineEvent(
  "billing/credit.granted",
  z.object({ credit_id: z.uuid(), member_id: z.uuid(), amount_minor: z.int(), currency: z.string() }),
);
