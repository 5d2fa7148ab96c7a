export { startDueScheduleRuns } from "./claim-due-runs";
export { createScheduleRun } from "./create-run";
export { listSchedules } from "./list";
export { listScheduleRuns } from "./list-runs";
export { executeScheduleRun, failScheduleRun } from "./perform";
export { updateSchedule } from "./update";
