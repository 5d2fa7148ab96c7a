const unsubscribeTexts = {
  en: "Unsubscribe",
  es: "Darse de baja",
  hi: "ये मेल पाना बंद करें",
};

/** "es-MX" is Spanish. Falls back to English. */
export const unsubscribeText = (language: string): string =>
  unsubscribeTexts[language.split("-")[0]?.toLowerCase() as keyof typeof unsubscribeTexts] ?? unsubscribeTexts.en;

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ps|ur|yi)\b/i;

export const directionOf = (language: string): "ltr" | "rtl" => (RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr");
