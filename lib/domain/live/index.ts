export { streamLive } from "./stream";
