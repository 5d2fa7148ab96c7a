import { z } from "zod";
import { defineEvent } from "@/lib/kernel/events";

export const memberInvitationsRequested = defineEvent(
  "members/invitations.requested",
  z.object({ batch_id: z.uuid() }),
);
