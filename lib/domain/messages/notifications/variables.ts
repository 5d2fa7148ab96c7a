import { dayAt } from "@/lib/values/calendar-day";
import type { Variable, Variables, VariableWords } from "@/lib/values/message-variables";
import { formatMoney } from "@/lib/values/money";
import type { Language } from "@/lib/values/notifications";
import type { MessageContext } from "./compose";
import { formatDate, localeFor } from "./format-date";

export function wordsFor(
  language: Language,
  time_zone: string,
  { now, organization }: Pick<MessageContext, "now" | "organization">,
): VariableWords {
  const today = dayAt(now.toString(), time_zone);
  const locale = localeFor(language, organization.locale);
  return {
    language,
    money: (minor, currency) => formatMoney(minor, currency, locale),
    day: (day) => formatDate(day, today, language, organization.locale),
  };
}

/** The texts of the variables that have a value. */
export function textsOf(variables: Variables, words: VariableWords): Record<string, string> {
  const texts = Object.entries(variables).map(([name, value]) => [name, textOf(name, value, words)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}

function textOf(name: string, value: Variable, words: VariableWords): string {
  if (typeof value === "function") return value(words);
  const text = String(value ?? "");
  return text !== "" && name.endsWith("_on") ? words.day(text) : text;
}
