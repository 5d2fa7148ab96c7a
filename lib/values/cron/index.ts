export { latestTick, nextTick, ticksBetween } from "./next-tick";
export { type Cron, parseCron } from "./parse";
