export { embeddedFetch } from "./embedded-fetch";
export { Executor, type ExecutorOptions } from "./executor";
export { ingest } from "./ingest";
export { embeddedKeys } from "./keys";
export { startExecutor } from "./start";
