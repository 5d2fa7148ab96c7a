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
    phrases: { ...moneyPhrases },
    filters: { payments: "Payments", till: "Till" },
    targets: { ...moneyTargets, invoice: invoiceTarget },
  },
  navigation: [
    {
      label: "Payments",
      path: "/payments",
      icon: "payments",
      group: "Money",
      permission: "invoices.read",
      position: 44,
    },
    { label: "Till", path: "/till", icon: "till", group: "Money", permission: "till.use", position: 46 },
  ],
};
