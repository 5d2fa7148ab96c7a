export { documentsIssued } from "./documents/events";
export { paymentRecorded, paymentRefunded } from "./payments/events";
