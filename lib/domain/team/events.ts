import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

export const staffRoleChanged = defineEvent(
  "staff/role.changed",
  z.object({ staff_id: z.uuid(), from: z.string(), to: z.string() }),
);
export const staffLeft = defineEvent("staff/person.left", z.object({ staff_id: z.uuid(), user_id: z.uuid() }));
