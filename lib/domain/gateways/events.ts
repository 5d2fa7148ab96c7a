import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

/** The sandbox has something to report. */
export const sandboxReported = defineEvent("gateways/sandbox.reported", z.object({ gateway_id: z.uuid() }));
