export { getGatewayEvent, listGatewayEvents } from "./log";
export { processGatewayEvents, processWaitingEvents } from "./process";
export { receiveGatewayEvents } from "./receive";
export { replayGatewayEvent } from "./replay";
