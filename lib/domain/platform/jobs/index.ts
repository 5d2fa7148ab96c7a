export { getJobExecutor } from "./executor";
export { getJobRun, getPlatformJobRun } from "./get";
export { listJobRuns, listPlatformJobRuns } from "./list";
export { listJobSummaries, listPlatformJobSummaries } from "./summaries";
export { retryJobRun } from "./retry";
