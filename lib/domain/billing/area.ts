import type { Area } from "@/lib/domain/area";
import { creditNoteIssued, invoiceVoided, invoiceWrittenOff } from "./corrections/events";
import { creditGranted } from "./credits/events";
import { invoiceTarget, moneyPhrases, moneyTargets } from "./payments/audit";
import { paymentRecorded, paymentRefunded, paymentReversed } from "./payments/events";

export const billing: Area = {
  name: "billing",
  events: [
    creditGranted,
    creditNoteIssued,
    invoiceVoided,
    invoiceWrittenOff,
    paymentRecorded,
    paymentRefunded,
    paymentReversed,
  ],
  audit: {
    phrases: {
      ...moneyPhrases,
      "invoices.create": "drafted an invoice for {}",
      "invoices.delete": "deleted a draft invoice",
      "invoices.finalize": "finalized the invoice {}",
      "invoices.update": "changed the draft invoice for {}",
    },
    filters: { invoices: "Invoices", payments: "Payments", till: "Till" },
    targets: { ...moneyTargets, invoice: invoiceTarget },
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
  ],
};
