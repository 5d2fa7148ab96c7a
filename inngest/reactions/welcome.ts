import { inngest } from "@/inngest/client";
import { on } from "@/inngest/events";
import { welcomeImported, welcomeMember } from "@/lib/domain/reminders";
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

export const welcomeImport = inngest.createFunction(
  {
    id: "welcome-import",
    name: "Welcome imported members",
    triggers: [on("imports/memberships.imported")],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 1 },
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, import_id, membership_ids } = event.data;
      return welcomeImported(await actingIn(organization_id, "Welcome"), { import_id, membership_ids });
    }),
);
