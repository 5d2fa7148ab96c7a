import type { Language } from "@/lib/values/notifications";

/** Sentences of the message about failed payments. Amounts and days are formatted already. */
type Words = {
  invoice: (number: string, amount: string, said: string | null) => string;
  next_try: (day: string, time: string) => string;
  no_more_tries: string;
};

export const messageWords: Record<Language, Words> = {
  en: {
    invoice: (number, amount, said) => `${number}: ${amount}${said ? ` (the bank said: ${said})` : ""}`,
    next_try: (day, time) => `We try again on ${day} at ${time}. If you pay before, we do not.`,
    no_more_tries: "We do not try it again. Please pay in another way, or give us another card.",
  },
  es: {
    invoice: (number, amount, said) => `${number}: ${amount}${said ? ` (el banco indica: ${said})` : ""}`,
    next_try: (day, time) => `Lo intentaremos de nuevo el ${day} a las ${time}, salvo que pagues antes.`,
    no_more_tries: "No lo intentaremos de nuevo. Paga de otra forma o usa otra tarjeta.",
  },
  hi: {
    invoice: (number, amount, said) => `${number}: ${amount}${said ? ` (बैंक के अनुसार: ${said})` : ""}`,
    next_try: (day, time) => `हम ${day} को ${time} बजे फिर प्रयास करेंगे। पहले भुगतान होने पर नहीं।`,
    no_more_tries: "हम फिर प्रयास नहीं करेंगे। कृपया दूसरे तरीक़े या दूसरे कार्ड से भुगतान करें।",
  },
};
