import type { Gender } from "@/lib/values/statuses";
import type { ImportedMember, ParseOptions } from "./imported-row";
import { readEmail, readEmergencyContact, readGuardian, readPhone } from "./parse-contact";
import { folded } from "./remembered";
import { quoted, type RowReader } from "./row-reader";
import { splitName } from "./split-name";

const LONGEST_NAME = 100;
const OLDEST_YEARS = 120;

/** Without spreads, which made up half of the time. Reads in the order in which the problems are listed. */
export const parseMember = (reader: RowReader, options: ParseOptions): ImportedMember => {
  const { first_name, last_name } = readNames(reader);
  const email = readEmail(reader);
  const phone = readPhone(reader, options);
  const birth_on = readBirth(reader, options);
  const gender = readGender(reader);
  const address = readAddress(reader);
  const joined_on = readJoined(reader, options);
  const member_code = readCode(reader);
  const location_name = reader.text("location") || null;
  const tags = readTags(reader);
  const notes = reader.all("notes").join("\n") || null;
  const marketing_consent = YES.has(folded(reader.text("marketing_consent")));
  const contact = readEmergencyContact(reader, options);
  const guardian = readGuardian(reader, options);
  return {
    first_name,
    last_name,
    email,
    phone,
    birth_on,
    gender,
    address,
    joined_on,
    member_code,
    location_name,
    tags,
    notes,
    marketing_consent,
    emergency_contact_name: contact.emergency_contact_name,
    emergency_contact_phone: contact.emergency_contact_phone,
    emergency_contact_relation: contact.emergency_contact_relation,
    guardian_name: guardian.guardian_name,
    guardian_email: guardian.guardian_email,
    guardian_phone: guardian.guardian_phone,
  };
};

/** Only an explicit yes is consent. */
const YES = new Set("yes|y|true|1|x|on|opt in|opted in|subscribed|granted|ja|si|oui|haan|हाँ".split("|"));

const readNames = (reader: RowReader): Pick<ImportedMember, "first_name" | "last_name"> => {
  const split = splitName(reader.name("full_name"));
  const first_name = reader.name("first_name") || split.first_name;
  const last_name = reader.name("last_name") || split.last_name;
  if (!first_name)
    reader.refuse("first_name", "first_name_missing", "Enter a first name, or choose the column with the full name");
  else if (!last_name)
    reader.warn("last_name", "last_name_missing", "There is no last name. It can be added to the profile later");
  if (first_name.length > LONGEST_NAME || last_name.length > LONGEST_NAME)
    reader.refuse(
      "first_name",
      "name_too_long",
      `A name has at most ${LONGEST_NAME} characters. Check that the columns have not shifted`,
    );
  return { first_name, last_name };
};

const readBirth = (reader: RowReader, { today }: ParseOptions): string | null => {
  const this_year = Number(today.slice(0, 4));
  const birth_on = reader.day("birth_on", this_year);
  if (!birth_on) return null;
  if (birth_on === "1900-01-01") {
    reader.warn("birth_on", "birth_placeholder", "1 January 1900 stands for no birth date and is left out");
    return null;
  }
  if (birth_on <= today && Number(birth_on.slice(0, 4)) >= this_year - OLDEST_YEARS) return birth_on;
  reader.refuse("birth_on", "birth_unlikely", `${birth_on} cannot be a birth date. Correct it or empty the cell`);
  return null;
};

const readJoined = (reader: RowReader, { today }: ParseOptions): string | null => {
  const joined_on = reader.day("joined_on");
  if (joined_on && joined_on > today)
    reader.warn("joined_on", "joined_in_future", `${joined_on} lies in the future and is kept as the day of joining`);
  return joined_on;
};

const genders: Record<Gender, string> = {
  female: "female|f|w|woman|girl|lady|ms|mrs|miss|weiblich|frau|mujer|femenino|femme|feminin|mahila|महिला",
  male: "male|m|man|boy|mr|mannlich|mann|herr|hombre|masculino|h|homme|masculin|purush|पुरुष",
  other: "other|o|x|d|nb|non binary|nonbinary|divers|diverse|otro|autre|transgender|अन्य",
  undisclosed: "undisclosed|prefer not to say|not specified|unspecified|u|keine angabe|sin especificar|non precise",
};
const genderOfWord = new Map(
  Object.entries(genders).flatMap(([gender, words]) => words.split("|").map((word) => [word, gender as Gender])),
);

const readGender = (reader: RowReader): Gender | null => {
  const cell = reader.text("gender");
  if (!cell) return null;
  const gender = genderOfWord.get(folded(cell.replace(/\./g, "")));
  if (!gender)
    reader.warn("gender", "gender_unknown", `${quoted(cell)} is left out. Write female, male, other or undisclosed`);
  return gender ?? null;
};

const readAddress = (reader: RowReader): string | null =>
  [
    ...reader.all("address"),
    ...(["city", "region", "postal_code", "country"] as const).map((field) => reader.text(field)),
  ]
    .map((part) => (part.includes("\n") ? part.replace(/\s*\n\s*/g, ", ") : part))
    .filter((part, index, parts) => part && parts.indexOf(part) === index)
    .join(", ") || null;

const readCode = (reader: RowReader): string | null => {
  const cell = reader.text("member_code");
  if (!/^\d+([.,]\d+)?E\+?\d+$/i.test(cell)) return cell || null;
  reader.warn(
    "member_code",
    "member_code_mangled",
    `A spreadsheet has rounded ${quoted(cell)}: the member gets a new number`,
  );
  return null;
};

const readTags = (reader: RowReader): string[] => {
  const tags = reader
    .all("tags")
    .flatMap((cell) => cell.split(/[,;|\n]/))
    .map((tag) => tag.trim())
    .filter(Boolean);
  return tags.filter((tag, index) => tags.findIndex((one) => folded(one) === folded(tag)) === index);
};
