export { call, type Outgoing, renderedMail } from "./call";
export { type Carrier, carrierOf, openInstallationMail } from "./carrier";
export { markFailing } from "./failing";
export { installationMail } from "./installation";
export { listProviders, webhookUrl } from "./read";
export { removeProvider, saveProvider } from "./save";
export { configOf, findProvider, type StoredProvider } from "./stored";
export { testProvider } from "./test";
