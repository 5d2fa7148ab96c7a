import { confirmCancellation } from "./reactions/confirm-cancellation";
import { deliverMessages } from "./reactions/deliver-messages";
import { runSchedule } from "./reactions/run-schedule";
import { sendBulk } from "./reactions/send-bulk";
import { welcome, welcomeImport } from "./reactions/welcome";
import { checkOutStaleVisits } from "./schedules/check-out-stale-visits";
import { pruneOldRecords } from "./schedules/prune-old-records";
import { resumeStalledImports } from "./schedules/resume-imports";
import { sendAccountMails } from "./schedules/send-account-mails";
import { tick } from "./schedules/tick";
import { wakeQueues } from "./schedules/wake-queues";

/** Every function that Inngest, or the embedded executor, runs for us. */
export const functions = [
  checkOutStaleVisits,
  pruneOldRecords,
  tick,
  runSchedule,
  welcome,
  welcomeImport,
  confirmCancellation,
  deliverMessages,
  sendBulk,
  wakeQueues,
  sendAccountMails,
  resumeStalledImports,
];

/**
 * Functions without a failure edge, and why nobody has to be told. Every other one tells a person by its `onFailure`: a test holds
 * that a function does one or the other.
 * @internal
 */
export const mendedByThemselves: Readonly<Record<string, string>> = {
  "check-out-stale-visits": "The next minute's run closes what this one left open.",
  "prune-old-records": "The next night's run removes what this one left.",
  tick: "Days are due until they are claimed: the next run claims them.",
  "wake-queues": "Messages are due until they are sent: the next minute's run finds them.",
  "resume-imports":
    "The next run finds what still stands; an import that makes no progress for an hour tells its author.",
  "send-account-mails":
    "Mails wait until they are sent: the next minute's run finds them, and one that is given up is logged.",
};
