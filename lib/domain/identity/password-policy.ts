import { invalid } from "@/lib/kernel/errors";

type Known = { email: string; name: string; organization_names?: readonly string[] };

const product = "FitFlow";
const additions = ["pro", "demo", "gym", "app", "admin", "test", "password", "login", "welcome"];

/** Rejects common passwords, and names of the person, the organization and the product. */
export async function refuseWeakPassword(password: string, known: Known): Promise<void> {
  if (isMadeOfNames(password, known)) {
    throw invalid("password", "Choose a password that is not your own name, e-mail address, gym or FitFlow");
  }
  if (await isCommon(password)) {
    throw invalid(
      "password",
      "This password is one of the first that attackers try. Choose a longer or less common one",
    );
  }
}

let common: Promise<ReadonlySet<string>> | undefined;

async function isCommon(password: string): Promise<boolean> {
  common ??= import("./common-passwords.generated.json").then((list) => new Set(list.default));
  const list = await common;
  const folded = password.normalize("NFKC").toLowerCase();
  return (
    list.has(folded) ||
    list.has(folded.replace(/[0134578@$]/g, (sign) => letters[sign] ?? sign)) ||
    isOneCharacter(folded)
  );
}

const letters: Record<string, string> = { 0: "o", 1: "l", 3: "e", 4: "a", 5: "s", 7: "t", 8: "b", "@": "a", $: "s" };

/** The letters that a digit or symbol can replace. */
const signsOf: Record<string, string> = {
  ...letters,
  1: "li",
  "!": "i",
  "|": "li",
  l: "i",
  6: "g",
  9: "g",
  2: "z",
  "+": "t",
};

const isOneCharacter = (text: string) => new Set(text).size === 1;

/** Whether the password consists only of names, common additions, digits and symbols. */
function isMadeOfNames(password: string, { email, name, organization_names = [] }: Known): boolean {
  const [mailbox = "", domain = ""] = email.split("@");
  const facts = [product, email, mailbox, domain, name, name.split(/\s+/).reverse().join(""), ...organization_names];
  const names = facts.map(fold).filter((fact) => fact.length >= 4);
  const text = foldKeepingSigns(password);
  // Dynamic programming: each position is visited once.
  const seen = new Set([0]);
  const named = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    if (!seen.has(at)) continue;
    const go = (length: number, by_name: boolean) => {
      seen.add(at + length);
      if (by_name) named.add(at + length);
    };
    if (!/\p{L}/u.test(text[at] ?? "")) go(1, named.has(at));
    for (const word of additions) if (isWrittenAt(text, at, word)) go(word.length, named.has(at));
    for (const word of names) if (isWrittenAt(text, at, word)) go(word.length, true);
  }
  return named.has(text.length);
}

const isWrittenAt = (text: string, at: number, word: string): boolean =>
  at + word.length <= text.length &&
  Array.from(word).every((letter, index) => {
    const sign = text[at + index] ?? "";
    return sign === letter || signsOf[sign]?.includes(letter) === true;
  });

/** Letters and digits only: ignores punctuation, spaces and accents. */
const fold = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]/gu, "");

const foldKeepingSigns = (text: string): string => plain(text).replace(/[^\p{L}\p{N}@$!|+]/gu, "");

const plain = (text: string): string => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
