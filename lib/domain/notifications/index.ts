export { compose, type Draft, type Letter, type Recipient } from "./compose";
export { deliver, type Turn } from "./delivery/deliver";
export { dueQueues } from "./delivery/due";
export { gymOf } from "./gym";
export { type News, notify, writeTo } from "./notify";
export { type Queued, queueMessages } from "./queue";
