import { chargeDue, chargeIssued, processGatewayEvents, sendRefunds } from "./reactions/charge-invoices";
import { closeLocation } from "./reactions/close-location";
import { confirmCancellation } from "./reactions/confirm-cancellation";
import { deliverMessages } from "./reactions/deliver-messages";
import { followAboveMandate, followFailedPayment, tryNewPaymentMethod } from "./reactions/follow-payments";
import { followMembership, matchGatewayBills } from "./reactions/follow-subscriptions";
import { inviteManyMembers } from "./reactions/invite-members";
import {
  announceIncrease,
  confirmFreeze,
  confirmPlanChange,
  mailDocuments,
  mailReceipt,
  mailRefundReceipt,
} from "./reactions/mail-billing";
import { runSchedule } from "./reactions/run-schedule";
import { sendBulk } from "./reactions/send-bulk";
import { tellOfEndedMethod } from "./reactions/tell-of-ended-method";
import { welcome, welcomeImport } from "./reactions/welcome";
import { advanceDunning } from "./schedules/advance-dunning";
import { checkOutStaleVisits } from "./schedules/check-out-stale-visits";
import { deliverAllSandboxEvents, deliverNewSandboxEvents } from "./schedules/deliver-sandbox-events";
import { pruneOldRecords } from "./schedules/prune-old-records";
import { resumeStalledImports } from "./schedules/resume-imports";
import { sendAccountMails } from "./schedules/send-account-mails";
import { chargeWaiting, sweepGateways } from "./schedules/sweep-gateways";
import { syncPayouts } from "./schedules/sync-payouts";
import { tick } from "./schedules/tick";
import { wakeQueues } from "./schedules/wake-queues";

/** All functions, run by Inngest or by the embedded executor. */
export const functions = [
  checkOutStaleVisits,
  pruneOldRecords,
  tick,
  runSchedule,
  welcome,
  welcomeImport,
  confirmCancellation,
  closeLocation,
  mailDocuments,
  mailReceipt,
  mailRefundReceipt,
  confirmFreeze,
  confirmPlanChange,
  announceIncrease,
  deliverMessages,
  sendBulk,
  inviteManyMembers,
  wakeQueues,
  sendAccountMails,
  deliverAllSandboxEvents,
  deliverNewSandboxEvents,
  resumeStalledImports,
  chargeIssued,
  chargeDue,
  chargeWaiting,
  sendRefunds,
  processGatewayEvents,
  sweepGateways,
  syncPayouts,
  tellOfEndedMethod,
  followFailedPayment,
  followAboveMandate,
  tryNewPaymentMethod,
  advanceDunning,
  followMembership,
  matchGatewayBills,
];

/**
 * Functions without `onFailure`, and why nobody has to be notified: the next run repairs the damage. All other functions notify
 * staff in `onFailure`. A test requires one or the other.
 * @internal
 */
export const selfHealingFunctions: Readonly<Record<string, string>> = {
  "check-out-stale-visits": "The next minute's run closes what this one left open.",
  "prune-old-records": "The next night's run removes what this one left.",
  tick: "Days are due until they are claimed: the next run claims them.",
  "wake-queues": "Messages are due until they are sent: the next minute's run finds them.",
  "charge-issued": "Invoices without an attempt are charged by charge-waiting.",
  "charge-due": "A retry that did not begin stays due, and is asked for again by its schedule.",
  "charge-waiting": "The run ten minutes later finds the same invoices.",
  "send-refunds": "Refunds are due until the gateway answers: the sweep of the next minute sends them.",
  "process-gateway-events": "Events wait until they are processed: the sweep of the next minute finds them.",
  "sweep-gateways": "What has no answer stays due: the next minute's run asks again.",
  "follow-membership-at-gateway": "Live subscriptions are compared with their memberships every six hours.",
  "match-gateway-bills":
    "Live subscriptions match the same bills within six hours; of ended ones, an event that is replayed does.",
  "sync-payouts": "Payouts are read from the last known day on: the run six hours later reads the same ones.",
  "follow-above-mandate": "The invoice stays uncharged: charge-waiting reports it again ten minutes later.",
  "follow-failed-payment": "A failure that no case knows is followed by advance-dunning within five minutes.",
  "advance-dunning": "Tries and consequences stay due: the run five minutes later finds them.",
  "deliver-sandbox-events": "Events wait until they are delivered: the next minute's run finds them.",
  "deliver-new-sandbox-events": "Events wait until they are delivered: the run of each minute finds them.",
  "resume-imports":
    "The next run resumes stalled imports. The author of an import without progress for an hour is notified.",
  "send-account-mails":
    "Mails wait until they are sent: the next minute's run finds them, and the log has those that were given up.",
};
