export { claimDueRuns } from "./claim";
export { createScheduleRun } from "./create-run";
export { listSchedules } from "./list";
export { listScheduleRuns } from "./list-runs";
export { failRun, performRun } from "./perform";
export type { Schedule, ScheduleDay } from "./schedule";
export { updateSchedule } from "./update";
