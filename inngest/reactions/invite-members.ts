import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import {
  memberInvitationsRequested,
  notifyInvitationsFailed,
  sendInvitationBatch,
} from "@/lib/domain/identity/member-invitations";
import { systemCallerIn } from "./system-caller-in";

/** Parts of some hundred members each. The rest continues in a new run. */
const maxParts = 20;

/** Invites the members of a batch part by part. */
export const inviteManyMembers = inngest.createFunction(
  {
    id: "invite-members",
    name: "Invite members to their pages",
    triggers: [on(memberInvitationsRequested)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 1 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, batch_id } = event.data.event.data as EventData<typeof memberInvitationsRequested>;
        return notifyInvitationsFailed(await systemCallerIn(organization_id, "Invitations"), { batch_id });
      }),
  },
  async ({ event, step }) => {
    const { organization_id, batch_id } = event.data;
    for (let part = 1; part <= maxParts; part++) {
      const { is_done } = await step.run(`part-${part}`, async () =>
        sendInvitationBatch(await systemCallerIn(organization_id, "Invitations"), { batch_id }),
      );
      if (is_done) return;
    }
    return step.sendEvent("go-on", { name: memberInvitationsRequested.name, data: { organization_id, batch_id } });
  },
);
