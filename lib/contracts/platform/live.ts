import { z } from "zod";
import { checkIn } from "@/lib/contracts/access/check-ins";
import { occupancyNow } from "@/lib/contracts/access/occupancy";
import { contract } from "@/lib/contracts/contract";
import { id } from "@/lib/contracts/fields";
import { importStatus } from "@/lib/values/schemas/statuses";

/** The events of the stream, by the name in their `event:` line. */
const liveEvents = {
  occupancy: occupancyNow,
  /** Staff only: the current state of a check-in, check-out, undo or denied entry. */
  visit: checkIn,
  /** Events were missed, or the change does not fit one event: the client must reload its data. */
  refresh: z.object({}),
  import: z.object({ id, location_id: id, status: importStatus.optional() }),
  /** Sent only to the owner of the notices: at the start of the stream and after every change. */
  notice: z.object({ unread: z.int() }),
};
export type LiveEvents = { [name in keyof typeof liveEvents]: z.output<(typeof liveEvents)[name]> };

export const streamLive = contract({
  id: "live.stream",
  scope: "location",
  method: "GET",
  path: "/api/v1/live",
  access: "occupancy.read",
  tag: "Check-in",
  input: z.strictObject({ location_id: id.optional() }),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["text/event-stream"] },
  errors: ["not_found"],
});
