import { inngest } from "@/inngest/client";
import { sendWaitingMails } from "@/lib/domain/identity";
import { systemClock } from "@/lib/kernel/clock";

/** Invitations and links for passwords that did not go out at once. */
export const sendAccountMails = inngest.createFunction(
  {
    id: "send-account-mails",
    name: "Send mail about accounts",
    triggers: [{ cron: "* * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ step }) => step.run("send", () => sendWaitingMails(systemClock)),
);
