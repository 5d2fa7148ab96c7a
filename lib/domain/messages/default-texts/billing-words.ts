import type { Interval } from "@/lib/values/membership-term";
import type { Language, MessageKind } from "@/lib/values/notifications";

export type BillingKind = Extract<
  MessageKind,
  | "invoice_issued"
  | "receipt"
  | "refund_receipt"
  | "credit_note_issued"
  | "freeze_confirmed"
  | "plan_change_confirmed"
  | "price_increase_notice"
  | "payment_reminder"
>;

/** Sentences and words that depend on the facts of a document, in each language. Amounts and days are formatted already. */
type BillingWords = {
  pay_by: (amount: string, day: string) => string;
  is_paid: string;
  becomes_credit: (amount: string) => string;
  reduces_debt: string;
  on: (day: string) => string;
  after_return: string;
  until_return: string;
  /** A day after "until". */
  until: (day: string) => string;
  every: (interval: Interval) => string;
  /** A line of the list of a reminder. */
  owed: (number: string, amount: string, day: string, is_overdue: boolean) => string;
  all_overdue: (amount: string) => string;
  some_overdue: (amount: string, overdue: string) => string;
  due_on: (amount: string, day: string) => string;
  pay_at_desk: string;
  pay_by_transfer: (bank_details: string) => string;
};

export const billingWords: Record<Language, BillingWords> = {
  en: {
    pay_by: (amount, day) => `Please pay ${amount} by ${day}.`,
    is_paid: "It is paid: nothing is left to do.",
    becomes_credit: (amount) => `${amount} of it pays your next invoices.`,
    reduces_debt: "It reduces what you owe.",
    on: (day) => `on ${day}`,
    after_return: "after your return",
    until_return: "you come back",
    until: (day) => day,
    every: ({ interval_unit: unit, interval_count: count }) => (count === 1 ? `a ${unit}` : `every ${count} ${unit}s`),
    owed: (number, amount, day, is_overdue) => `${number}: ${amount}, ${is_overdue ? "was due" : "due"} on ${day}`,
    all_overdue: (amount) => `${amount} is overdue.`,
    some_overdue: (amount, overdue) => `You owe ${amount}, and ${overdue} of it is overdue.`,
    due_on: (amount, day) => `${amount} is due by ${day}.`,
    pay_at_desk: "You can pay at the desk on your next visit.",
    pay_by_transfer: (bank_details) => `You can pay at the desk, or by bank transfer: ${bank_details}`,
  },
  es: {
    pay_by: (amount, day) => `Paga ${amount} antes del ${day}, por favor.`,
    is_paid: "Ya consta como pagada.",
    becomes_credit: (amount) => `De ello, ${amount} se descuenta de tus siguientes facturas.`,
    reduces_debt: "Se descuenta de lo que debes.",
    on: (day) => `el ${day}`,
    after_return: "cuando vuelvas",
    until_return: "que vuelvas",
    until: (day) => `el ${day}`,
    every: ({ interval_unit: unit, interval_count: count }) => {
      const [one, many] = {
        ...{ day: ["al día", "días"], week: ["a la semana", "semanas"] },
        ...{ month: ["al mes", "meses"], year: ["al año", "años"] },
      }[unit] as [string, string];
      return count === 1 ? one : `cada ${count} ${many}`;
    },
    owed: (number, amount, day, is_overdue) => `${number}: ${amount}, ${is_overdue ? "venció" : "vence"} el ${day}`,
    all_overdue: (amount) => `Tienes ${amount} sin pagar.`,
    some_overdue: (amount, overdue) => `Debes ${amount}; de ellos, ${overdue} fuera de plazo.`,
    due_on: (amount, day) => `Debes pagar ${amount} antes del ${day}.`,
    pay_at_desk: "Puedes pagar en recepción en tu próxima visita.",
    pay_by_transfer: (bank_details) => `Puedes pagar en recepción o por transferencia: ${bank_details}`,
  },
  hi: {
    pay_by: (amount, day) => `कृपया ${day} तक ${amount} का भुगतान करें।`,
    is_paid: "इसका भुगतान हो चुका है।",
    becomes_credit: (amount) => `इसमें से ${amount} आपके अगले बिलों में घटेंगे।`,
    reduces_debt: "यह आपकी बाक़ी रक़म घटाता है।",
    on: (day) => `${day} को`,
    after_return: "आपके लौटने के बाद",
    until_return: "आपके लौटने",
    until: (day) => day,
    every: ({ interval_unit: unit, interval_count: count }) => {
      const name = { day: "दिन", week: "हफ़्ते", month: "महीने", year: "साल" }[unit];
      return count === 1 ? `हर ${name}` : `हर ${count} ${name}`;
    },
    owed: (number, amount, day, is_overdue) =>
      is_overdue ? `${number}: ${amount}, ${day} को देय था` : `${number}: ${amount}, ${day} तक देय`,
    all_overdue: (amount) => `${amount} का भुगतान समय पर नहीं हुआ है।`,
    some_overdue: (amount, overdue) => `${amount} बाक़ी हैं, जिनमें से ${overdue} की तारीख़ निकल चुकी है।`,
    due_on: (amount, day) => `${amount} का भुगतान ${day} तक करना है।`,
    pay_at_desk: "आप अगली बार आने पर रिसेप्शन पर भुगतान कर सकते हैं।",
    pay_by_transfer: (bank_details) => `आप रिसेप्शन पर या बैंक ट्रांसफ़र से भुगतान कर सकते हैं: ${bank_details}`,
  },
};
