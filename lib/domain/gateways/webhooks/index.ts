export { processGatewayEvents, processWaitingEvents } from "./process";
export { receiveGatewayEvents } from "./receive";
