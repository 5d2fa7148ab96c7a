import { invalid } from "@/lib/kernel/errors";

type Known = { email: string; name: string; organization_name?: string };

/** Refuses what an attacker tries first: the commonest passwords and what everybody knows about the person. */
export async function refuseWeakPassword(password: string, known: Known): Promise<void> {
  if (isAboutPerson(password, known)) {
    throw invalid("password", "Choose a password that is not your own name, e-mail address or gym");
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

const isOneCharacter = (text: string) => new Set(text).size === 1;

function isAboutPerson(password: string, { email, name, organization_name = "" }: Known): boolean {
  const folded = fold(password);
  const [mailbox = "", domain = ""] = email.split("@");
  const facts = [email, mailbox, domain, name, name.split(/\s+/).reverse().join(""), organization_name].map(fold);
  return facts.some((fact) => fact.length >= 4 && fact === folded);
}

/** Letters and digits only, so that dots, spaces and a final exclamation mark make no difference. */
const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
