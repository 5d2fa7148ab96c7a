const words = {
  en: "Unsubscribe",
  es: "Darse de baja",
  hi: "ये मेल पाना बंद करें",
};

/** Reads "es-MX" as Spanish; a language that has no words yet gets English. */
export const unsubscribeWord = (language: string): string =>
  words[language.split("-")[0]?.toLowerCase() as keyof typeof words] ?? words.en;

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ps|ur|yi)\b/i;

export const directionOf = (language: string): "ltr" | "rtl" => (RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr");
