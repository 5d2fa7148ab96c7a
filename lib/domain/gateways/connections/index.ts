export { connectGateway, disconnectGateway, updateGateway } from "./connect";
export { listGateways } from "./read";
export { testGateway } from "./test";
export { withGateways, withSandbox } from "./with-gateways";
