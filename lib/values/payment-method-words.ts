import type { PaymentMethod } from "./billing";
import type { Language } from "./notifications";

/** How receipts and mails name the way in which money came. */
export const paymentMethodWords: Record<Language, Record<PaymentMethod, string>> = {
  en: {
    cash: "cash",
    card_terminal: "card",
    bank_transfer: "bank transfer",
    cheque: "cheque",
    upi: "UPI",
    card: "card",
    wallet: "wallet",
    bank_debit: "bank debit",
    netbanking: "net banking",
  },
  es: {
    cash: "efectivo",
    card_terminal: "tarjeta",
    bank_transfer: "transferencia",
    cheque: "cheque",
    upi: "UPI",
    card: "tarjeta",
    wallet: "monedero",
    bank_debit: "domiciliación bancaria",
    netbanking: "banca en línea",
  },
  hi: {
    cash: "नक़द",
    card_terminal: "कार्ड",
    bank_transfer: "बैंक ट्रांसफ़र",
    cheque: "चेक",
    upi: "UPI",
    card: "कार्ड",
    wallet: "वॉलेट",
    bank_debit: "बैंक डेबिट",
    netbanking: "नेट बैंकिंग",
  },
};
