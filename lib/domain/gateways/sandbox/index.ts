export { answerSandboxChallenge, confirmSandboxCheckout, readSandboxCheckout } from "./checkout";
export { deliverSandboxEvents } from "./deliver";
export {
  actOnSandboxObject,
  changeSandbox,
  deliverEventsNow,
  listSandboxObjects,
  payOutSandbox,
  readSandbox,
} from "./drive";
