export { embeddedFetch } from "./embedded-fetch";
export { Executor } from "./executor";
export { ingest } from "./ingest";
export { embeddedKeys } from "./keys";
export { startExecutor } from "./start";
