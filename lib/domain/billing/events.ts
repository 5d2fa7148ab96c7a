export { documentsIssued } from "./documents/events";
export { paymentRecorded } from "./payments/events";
