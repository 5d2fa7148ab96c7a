import { confirmCancellation } from "./reactions/confirm-cancellation";
import { deliverMessages } from "./reactions/deliver-messages";
import { runSchedule } from "./reactions/run-schedule";
import { sendBulk } from "./reactions/send-bulk";
import { welcome, welcomeImport } from "./reactions/welcome";
import { checkOutStaleVisits } from "./schedules/check-out-stale-visits";
import { pruneOldRecords } from "./schedules/prune-old-records";
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
];
