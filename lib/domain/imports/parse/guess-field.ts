import { toSearchText } from "@/lib/values/person-name";
import { aliases } from "./aliases";
import { editDistance } from "./edit-distance";
import { type ImportField, importFields } from "./fields";

/** 2: a known column name. 1: a known name among other words, or misspelt. */
export type Guess = { field: ImportField | null; rank: 0 | 1 | 2 };

export const guessField = (header: string): Guess => {
  const words = wordsOf(header);
  const known = knownName(words) ?? (OWNERS.has(words[0] ?? "") ? knownName(words.slice(1)) : undefined);
  if (known) return { field: known, rank: 2 };
  const likely = misspelt(words.join(" ")) ?? contained(words);
  return likely ? { field: likely, rank: 1 } : { field: null, rank: 0 };
};

/** "Client_FirstName (primary)" as client, first, name. */
export const wordsOf = (header: string): string[] =>
  toSearchText([
    header
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, " "),
  ])
    .split(" ")
    .filter(Boolean);

const list = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const fieldOfAlias = new Map<string, ImportField>(
  importFields.flatMap((field) => aliases[field].split("|").map((alias): [string, ImportField] => [alias, field])),
);
const longestFirst = [...fieldOfAlias].sort(([a], [b]) => b.split(" ").length - a.split(" ").length);

const knownName = (words: string[]): ImportField | undefined =>
  fieldOfAlias.get(words.join(" ")) ?? fieldOfAlias.get(words.join(""));

const SHORTEST_MISSPELT = 6;

const misspelt = (text: string): ImportField | null =>
  text.length < SHORTEST_MISSPELT
    ? null
    : (longestFirst.find(([alias]) => alias.length >= SHORTEST_MISSPELT && editDistance(text, alias, 1) === 1)?.[1] ??
      null);

const contained = (words: string[]): ImportField | null => {
  const found = longestFirst.find(([alias]) => {
    const wanted = alias.split(" ");
    if (wanted.length === 1 && (alias.length < 4 || VAGUE.has(alias))) return false;
    const start = words.findIndex((_, index) => wanted.every((word, offset) => words[index + offset] === word));
    if (start < 0) return false;
    const rest = words.filter((_, index) => index < start || index >= start + wanted.length);
    const names_other_entity = wanted.some((word) => OTHER_ENTITIES.has(word));
    return rest.every((word) =>
      names_other_entity ? FILLERS.has(word) : !OTHER_ENTITIES.has(word) && !MODIFIERS.has(word),
    );
  });
  return found?.[1] ?? null;
};

/** Words for the member, which add no meaning. */
const OWNERS = list(
  "member members client clients customer customers user mitglied kunde cliente socio adherent primary main current",
);

const FILLERS = list("1 primary main full person details info s");

/** Words for another person or thing, such as a trainer or a credit card. */
const OTHER_ENTITIES = list(
  "emergency ice kin next guardian parent father mother spouse partner referrer referred referral sponsor trainer coach " +
    "instructor staff sales rep employee employer company bank payer doctor credit debit iban account invoice tax insurance " +
    "vehicle locker notfall notfallkontakt eltern vater mutter betreuer berater firma emergencia padre madre tutor " +
    "entrenador empresa urgence pere mere entreprise",
);

/** Words that change the meaning of the name beside them. */
const MODIFIERS = list(
  "verified verification bounced invalid out sent unsubscribed last count total previous old former 2 3 second secondary " +
    "alternate alt other visit login checkin",
);

/** Names that identify a field only if they are the whole header. */
const VAGUE = list(
  "name first last start ends ended started begin from since till active card carte state region land rate cost fees amount " +
    "service product group groups batch visits sessions credits remaining reprise pass site club studio center centre gym " +
    "label category description created registered joined contract membership subscription package plan agreement " +
    "marketing consent status expiry expiration expires expired renews renewal cancelled canceled relation nombre inicio " +
    "alta baja debut ende beginn codigo centro abono bono cuota genre montant born country nation city town",
);
