export { actionsFor, actOn } from "./actions";
export { payOut } from "./balance";
export { openDispute } from "./disputes";
export { sandboxGateway } from "./gateway";
export { MemoryStore } from "./memory-store";
export {
  type AnySandboxObject,
  accountRef,
  type SandboxData,
  type SandboxKind,
  type SandboxObject,
  SandboxRefusal,
  type SandboxStore,
  type SandboxTransaction,
  type Vendor,
} from "./objects";
export { answerChallenge, confirmPayment } from "./payments";
export { answerSetupChallenge, confirmSetup } from "./setups";
export { inVendor, type SandboxOptions } from "./vendor";
export { type SandboxWebhookBody, signatureHeader, signWebhook } from "./webhook";
