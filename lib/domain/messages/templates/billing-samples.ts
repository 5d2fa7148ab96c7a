import { billingWords } from "@/lib/domain/messages/default-texts/billing-words";
import type { Variable } from "@/lib/values/message-variables";
import type { Language } from "@/lib/values/notifications";
import { paymentMethodWords } from "@/lib/values/payment-method-words";

const sampleMinor = 5_900;
const sampleDay = "2026-03-12";

/** As the message about a failed payment says it. */
const sampleNext: Record<Language, (day: string) => string> = {
  en: (day) => `We try again on ${day} at 02:00. If you pay before, we do not.`,
  es: (day) => `Lo intentaremos de nuevo el ${day} a las 02:00, salvo que pagues antes.`,
  hi: (day) => `हम ${day} को 02:00 बजे फिर प्रयास करेंगे। पहले भुगतान होने पर नहीं।`,
};

/** Sample values of the messages about money, written in the language of the text. */
export const billingSamples = (currency: string): Record<string, Variable> => ({
  ...{ invoice_number: "INV-00042", credit_note_number: "CN-00007", receipt_number: "RC-4F2A91C0" },
  amount: ({ money }) => money(sampleMinor, currency),
  price: ({ money }) => money(sampleMinor, currency),
  old_price: ({ money }) => money(sampleMinor, currency),
  new_price: ({ money }) => money(sampleMinor + 400, currency),
  what_to_do: ({ language, money, day }) => billingWords[language].pay_by(money(sampleMinor, currency), day(sampleDay)),
  what_happens: ({ language, money }) => billingWords[language].becomes_credit(money(sampleMinor, currency)),
  method: ({ language }) => paymentMethodWords[language].bank_transfer,
  until: ({ language, day }) => billingWords[language].until(day(sampleDay)),
  next_bill: ({ language, day }) => billingWords[language].on(day(sampleDay)),
  interval: ({ language }) => billingWords[language].every({ interval_unit: "month", interval_count: 1 }),
  summary: ({ language, money }) => billingWords[language].all_overdue(money(sampleMinor, currency)),
  invoices: ({ language, money, day }) =>
    billingWords[language].owed("INV-00042", money(sampleMinor, currency), day(sampleDay), true),
  ...{ pay_link: "https://gym.example.com/pay/sample", valid_until_on: sampleDay },
  what_next: ({ language, day }) => sampleNext[language](day(sampleDay)),
  how_to_pay: ({ language }) => billingWords[language].pay_at_desk,
  ...{ card: "Visa 4242", card_link: "https://gym.example.com/pay/method/AZj0omwefVKd" },
});
