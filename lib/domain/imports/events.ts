import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

/** P10: emitted only if the import sends welcome messages. */
export const membershipsImported = defineEvent(
  "imports/memberships.imported",
  z.object({ import_id: z.uuid(), membership_ids: z.array(z.uuid()).min(1) }),
);
