import type { Language } from "./notifications";

/** The English list includes Twilio's own keywords. Hindi is often typed in Latin letters. */
const stopWords: Record<Language, readonly string[]> = {
  en: [
    "stop",
    "stop all",
    "stop it",
    "stop now",
    "stop sms",
    "stop messages",
    "stop texts",
    "stop texting me",
    "stop messaging me",
    "stop sending messages",
    "stop sending me messages",
    "stop promotions",
    "no more messages",
    "no more texts",
    "do not text me",
    "don't text me",
    "unsubscribe",
    "unsubscribe me",
    "unsub",
    "cancel",
    "end",
    "quit",
    "opt out",
    "opt me out",
    "revoke",
    "remove",
    "remove me",
  ],
  es: [
    "alto",
    "para",
    "pare",
    "parar",
    "basta",
    "baja",
    "dar de baja",
    "dame de baja",
    "deme de baja",
    "darme de baja",
    "quiero darme de baja",
    "cancela",
    "cancelar",
    "detener",
    "salir",
    "no más",
    "no más mensajes",
    "no enviar más",
    "no quiero más mensajes",
    "desuscribir",
    "desuscribirme",
    "cancelar suscripción",
  ],
  hi: [
    "स्टॉप",
    "रोक",
    "रोको",
    "रोकें",
    "रोक दो",
    "रोक दें",
    "रुको",
    "रुकें",
    "बंद",
    "बन्द",
    "बंद करो",
    "बन्द करो",
    "बंद करें",
    "बन्द करें",
    "बंद कर दो",
    "बंद कर दें",
    "मैसेज बंद करो",
    "मैसेज बंद करें",
    "संदेश बंद करें",
    "मत भेजो",
    "मत भेजें",
    "हटाओ",
    "हटाएं",
    "सदस्यता समाप्त",
    "roko",
    "rokein",
    "rok do",
    "band karo",
    "band karein",
    "band kare",
    "band kar do",
    "band kijiye",
    "mat bhejo",
  ],
};

const startWords: Record<Language, readonly string[]> = {
  en: [
    "start",
    "start again",
    "unstop",
    "yes",
    "opt in",
    "opt me in",
    "subscribe",
    "subscribe me",
    "resubscribe",
    "resume",
  ],
  es: [
    "empezar",
    "empieza",
    "comenzar",
    "comienza",
    "iniciar",
    "inicio",
    "alta",
    "dar de alta",
    "dame de alta",
    "deme de alta",
    "darme de alta",
    "reanudar",
    "sí",
    "suscribir",
    "suscribirme",
  ],
  hi: [
    "स्टार्ट",
    "शुरू",
    "शुरु",
    "शुरू करो",
    "शुरू करें",
    "फिर से शुरू करें",
    "चालू",
    "चालू करो",
    "चालू करें",
    "आरंभ",
    "आरम्भ",
    "हां",
    "shuru",
    "shuru karo",
    "shuru karein",
    "chalu",
    "chalu karo",
    "chalu karein",
    "haan",
  ],
};

const polite = [
  "please",
  "pls",
  "plz",
  "thanks",
  "thank you",
  "por favor",
  "porfa",
  "gracias",
  "कृपया",
  "प्लीज",
  "धन्यवाद",
  "kripya",
];

/**
 * Normalizes a text: lower case, without Latin accents, punctuation, quotes and emoji. Devanagari vowel signs are retained, and its two
 * nasal signs are unified.
 */
function wordsOf(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/\p{Cf}|\p{Me}|\p{Variation_Selector}|['’]/gu, "")
    .replaceAll("\u0901", "\u0902")
    .toLowerCase();
  return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}

/** Without spaces: "STOP ALL", "stop-all" and "stopall" are equal. */
const asKey = (words: string): string => words.replaceAll(" ", "");

const keysOf = (words: Record<Language, readonly string[]>): ReadonlySet<string> =>
  new Set(Object.values(words).flatMap((all) => all.map((word) => asKey(wordsOf(word)))));

const stops = keysOf(stopWords);
const starts = keysOf(startWords);
const politeWords = polite.map(wordsOf);

function withoutPoliteWords(words: string): string {
  let left = ` ${words} `;
  for (const word of politeWords) left = left.replaceAll(` ${word} `, " ");
  return left.trim();
}

/** Longer texts are not commands. The whole text must match, so "please stop by at six" is not a command either. */
const maxLength = 80;

/** P14: the command in a reply to a text message, in all languages of the product. */
export function replyCommand(text: string): "stop" | "start" | "other" {
  if (text.length > maxLength) return "other";
  const key = asKey(withoutPoliteWords(wordsOf(text)));
  if (stops.has(key)) return "stop";
  return starts.has(key) ? "start" : "other";
}
