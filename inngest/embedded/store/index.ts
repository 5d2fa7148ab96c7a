export { applyOps, isWaitingOp } from "./apply-ops";
export { claim } from "./claim";
export { fireTick, lastTick } from "./cron-ticks";
export { completeRun, failRun } from "./end-runs";
export {
  announce,
  announceIntervalMinutes,
  functionTtlMinutes,
  removeExpiredFunctions,
  touchFunctions,
} from "./functions";
export { heartbeatMs, type Item, maxTakeovers } from "./item";
export { nextWork, releaseExpiredLeases, releaseLease, renewLeases } from "./leases";
export { prune } from "./prune";
export { postpone, scheduleRetry } from "./retry";
export { routeEvents } from "./route-events";
export { isDone, isPending, type JobEvent, loadRun, type Run, type Step } from "./run";
export { savePlannedStep, saveStep } from "./save-step";
export { wakeStep } from "./wake-step";
