import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";
import { channels } from "@/lib/values/delivery";

/** One event for any number of new messages in a queue. */
export const messageQueued = defineEvent(
  "notifications/message.queued",
  z.object({ channel: z.enum(channels), lane: z.enum(["urgent", "bulk"]) }),
);

/** `starts_at` null: immediately. */
export const bulkWritten = defineEvent(
  "notifications/bulk.written",
  z.object({ bulk_id: z.uuid(), starts_at: z.iso.datetime({ offset: true }).nullable() }),
);
