import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

/** P10: emitted only by an import that welcomes its members. */
export const membershipsImported = defineEvent(
  "imports/memberships.imported",
  z.object({ import_id: z.uuid(), membership_ids: z.array(z.uuid()).min(1) }),
);
