import { inngest } from "@/inngest/client";
import { on } from "@/inngest/events";
import { welcomeMember } from "@/lib/domain/reminders";
import { actingIn } from "./acting-in";

export const welcome = inngest.createFunction(
  {
    id: "welcome",
    name: "Welcome a new member",
    triggers: [on("memberships/membership.sold")],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 5 },
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, membership_id } = event.data;
      return welcomeMember(await actingIn(organization_id, "Welcome"), { membership_id });
    }),
);
