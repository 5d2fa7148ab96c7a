import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

const instant = z.iso.datetime({ offset: true });

export const visitOpened = defineEvent(
  "check-ins/visit.opened",
  z.object({
    check_in_id: z.uuid(),
    member_id: z.uuid(),
    location_id: z.uuid(),
    check_in_at: instant,
    membership_id: z.uuid().nullable(),
  }),
);

export const visitClosed = defineEvent(
  "check-ins/visit.closed",
  z.object({ check_in_id: z.uuid(), check_out_at: instant.nullable(), check_out_kind: z.string().nullable() }),
);

export const visitUndone = defineEvent(
  "check-ins/visit.undone",
  z.object({ check_in_id: z.uuid(), member_id: z.uuid().nullable() }),
);
