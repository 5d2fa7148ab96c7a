export { claimDueRuns } from "./claim-due-runs";
export { createScheduleRun } from "./create-run";
export { listSchedules } from "./list";
export { listScheduleRuns } from "./list-runs";
export { failRun, performRun } from "./perform";
export { updateSchedule } from "./update";
