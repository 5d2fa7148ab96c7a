import { deliverMessages } from "./reactions/deliver-messages";
import { checkOutStaleVisits } from "./schedules/check-out-stale-visits";
import { pruneOldRecords } from "./schedules/prune-old-records";
import { wakeQueues } from "./schedules/wake-queues";

/** Every function that Inngest, or the embedded executor, runs for us. */
export const functions = [checkOutStaleVisits, pruneOldRecords, deliverMessages, wakeQueues];
