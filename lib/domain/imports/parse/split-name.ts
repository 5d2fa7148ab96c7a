export type SplitName = { first_name: string; last_name: string };

const TITLE = /^(mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|hr|fr|sr|sra|srta|don|dona|m|mme|mlle|shri|smt|kum)\.?$/i;
/** Particles at the start of a last name. */
const PARTICLE =
  /^(de|del|della|der|den|des|di|da|das|do|dos|du|van|von|vom|zu|zum|zur|la|le|las|los|lo|ter|ten|bin|binti|bint|ibn|al|el|abu|st|saint|san|santa|mac|mc|o)\.?$/i;
const HAN_OR_HANGUL = /^[\p{Script=Han}\p{Script=Hangul}]{2,3}$/u;

/** Splits a name from one cell: "Tesfaye, Rahel", "Dr. Anna de Bruyn", "王伟". A single word is a first name. */
export const splitName = (full_name: string): SplitName => {
  const whole = full_name.replace(/[\s\u00a0]+/g, " ").trim();
  const comma = /^([^,]+),\s*([^,]+)$/.exec(whole);
  if (comma) return { first_name: untitled(words(comma[2])).join(" "), last_name: comma[1]?.trim() ?? "" };
  if (HAN_OR_HANGUL.test(whole)) return { first_name: [...whole].slice(1).join(""), last_name: [...whole][0] ?? "" };
  const parts = untitled(words(whole));
  const particle = parts.findIndex((part, index) => index > 0 && index < parts.length - 1 && PARTICLE.test(part));
  const at = particle > 0 ? particle : Math.max(1, parts.length - 1);
  return { first_name: parts.slice(0, at).join(" "), last_name: parts.slice(at).join(" ") };
};

const words = (text: string | undefined): string[] => (text ?? "").split(" ").filter(Boolean);

const untitled = (parts: string[]): string[] => {
  const rest = parts.length > 1 && TITLE.test(parts[0] ?? "") ? untitled(parts.slice(1)) : parts;
  return rest;
};
