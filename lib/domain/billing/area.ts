import type { Area } from "@/lib/domain/area";
import { creditNoteIssued, invoiceVoided, invoiceWrittenOff } from "./corrections/events";
import { creditGranted } from "./credits/events";
import { documentsIssued } from "./documents/events";
import { ledgerPhrases, ledgerTargets } from "./ledger/audit";
import { invoiceTarget, moneyPhrases, moneyTargets } from "./payments/audit";
import { paymentRecorded, paymentRefunded, paymentReversed } from "./payments/events";

export const billing: Area = {
  name: "billing",
  events: [
    documentsIssued,
    creditGranted,
    creditNoteIssued,
    invoiceVoided,
    invoiceWrittenOff,
    paymentRecorded,
    paymentRefunded,
    paymentReversed,
  ],
  schedules: {
    "credit-expiry": () => import("./credits").then(({ creditExpiry }) => creditExpiry),
    "late-fees": () => import("./late-fees").then(({ lateFees }) => lateFees),
    "revenue-recognition": () => import("./ledger").then(({ revenueRecognition }) => revenueRecognition),
  },
  audit: {
    phrases: {
      ...ledgerPhrases,
      ...moneyPhrases,
      "invoices.create": "drafted an invoice for {}",
      "invoices.export": "exported invoices of {}",
      "invoices.delete": "deleted a draft invoice",
      "invoices.finalize": "finalized the invoice {}",
      "invoices.update": "changed the draft invoice for {}",
    },
    filters: {
      companies: "Companies",
      invoices: "Invoices",
      ledger: "Ledger",
      legal_entities: "Legal entities",
      payments: "Payments",
      tax_rates: "Tax rates",
      till: "Till",
    },
    targets: { ...ledgerTargets, ...moneyTargets, invoice: invoiceTarget },
  },
  navigation: [
    {
      label: "Invoices",
      path: "/invoices",
      icon: "invoices",
      group: "Money",
      permission: "invoices.read",
      position: 38,
    },
    {
      label: "Payments",
      path: "/payments",
      icon: "payments",
      group: "Money",
      permission: "invoices.read",
      position: 44,
    },
    { label: "Till", path: "/till", icon: "till", group: "Money", permission: "till.use", position: 46 },
    { label: "Ledger", path: "/ledger", icon: "ledger", group: "Money", permission: "ledger.read", position: 48 },
  ],
};
