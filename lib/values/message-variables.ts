import type { CalendarDay } from "./calendar-day";
import type { Language } from "./notifications";

/** How a text writes amounts and days, in the language of its recipient. */
export type VariableWords = {
  language: Language;
  money: (minor: number, currency: string) => string;
  day: (day: CalendarDay) => string;
};

/** Dates have names that end in _on. Amounts and lists are written in the recipient's language by a function. */
export type Variable = string | number | null | undefined | ((words: VariableWords) => string);
export type Variables = Readonly<Record<string, Variable>>;
