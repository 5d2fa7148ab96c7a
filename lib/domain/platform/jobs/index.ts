export { getJobExecutor } from "./executor";
export { getJobRun, getPlatformJobRun } from "./get";
export { listJobRuns, listPlatformJobRuns } from "./list";
export { retryJobRun } from "./retry";
export { listJobSummaries, listPlatformJobSummaries } from "./summaries";
