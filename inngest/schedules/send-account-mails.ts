import { inngest } from "@/inngest/client";
import { sendWaitingMails } from "@/lib/domain/identity";
import { systemClock } from "@/lib/kernel/clock";

/** Sends invitations and password links that could not be sent immediately. */
export const sendAccountMails = inngest.createFunction(
  {
    id: "send-account-mails",
    name: "Send account mails",
    triggers: [{ cron: "* * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  async ({ step }) => ({ acted: await step.run("send", () => sendWaitingMails(systemClock)) }),
);
