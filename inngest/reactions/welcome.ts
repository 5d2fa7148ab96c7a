import { inngest } from "@/inngest/client";
import { type EventData, on } from "@/inngest/events";
import { membershipsImported } from "@/lib/domain/imports/events";
import { membershipSold } from "@/lib/domain/memberships/events";
import {
  notifyReminderFailed,
  notifyWelcomeFailed,
  welcomeImported,
  welcomeMember,
} from "@/lib/domain/messages/reminders";
import { systemCallerIn } from "./system-caller-in";

export const welcome = inngest.createFunction(
  {
    id: "welcome",
    name: "Welcome a new member",
    triggers: [on(membershipSold)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 5 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, membership_id } = event.data.event.data as EventData<typeof membershipSold>;
        return notifyReminderFailed(await systemCallerIn(organization_id, "Welcome"), {
          kind: "welcome",
          membership_id,
        });
      }),
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, membership_id } = event.data;
      return welcomeMember(await systemCallerIn(organization_id, "Welcome"), { membership_id });
    }),
);

export const welcomeImport = inngest.createFunction(
  {
    id: "welcome-import",
    name: "Welcome imported members",
    triggers: [on(membershipsImported)],
    retries: 5,
    concurrency: { key: "event.data.organization_id", limit: 1 },
    onFailure: ({ event, step }) =>
      step.run("tell", async () => {
        const { organization_id, import_id } = event.data.event.data as EventData<typeof membershipsImported>;
        return notifyWelcomeFailed(await systemCallerIn(organization_id, "Welcome"), { import_id });
      }),
  },
  ({ event, step }) =>
    step.run("write", async () => {
      const { organization_id, import_id, membership_ids } = event.data;
      return welcomeImported(await systemCallerIn(organization_id, "Welcome"), { import_id, membership_ids });
    }),
);
