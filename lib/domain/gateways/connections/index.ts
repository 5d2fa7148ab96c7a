export { setBillingCycle } from "./billing-cycle";
export { connectGateway, disconnectGateway, updateGateway } from "./connect";
export { listGateways } from "./read";
export { testGateway } from "./test";
export { vendorsOfPage } from "./vendors-of-page";
export { withFailedPayments, withGateways, withGatewayWork, withSandbox } from "./with-gateways";
