export { embeddedFetch } from "./embedded-fetch";
export { ingest } from "./ingest";
export { embeddedKeys } from "./keys";
