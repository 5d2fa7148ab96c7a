import { type DateFormat, dateFormatNamedIn } from "./date-format";
import { type ColumnMapping, type ImportField, repeatableFields } from "./fields";
import { type Guess, guessField, wordsOf } from "./guess-field";

type RecognisedColumn = {
  index: number;
  header: string;
  field: ImportField | null;
  confidence: "certain" | "likely" | "none";
  /** The date format in the header, such as "DOB (dd/mm/yyyy)". */
  date_format: DateFormat | null;
};

export type RecognisedColumns = {
  columns: RecognisedColumn[];
  mapping: ColumnMapping;
  /** Shown, so that no column is lost unnoticed. */
  unknown: string[];
  has_name: boolean;
};

/** Assigns fields to the columns of another system's export. A field goes to its best match, then to its first column. */
export const recogniseColumns = (headers: readonly string[]): RecognisedColumns => {
  const guesses = resolveByNeighbours(headers.map((header) => ({ header, ...guessField(header) })));
  const owners = new Map<ImportField, number>();
  for (const rank of [2, 1])
    for (const [index, one] of guesses.entries())
      if (one.field && one.rank === rank && !owners.has(one.field)) owners.set(one.field, index);
  const columns = guesses.map(({ header, field, rank }, index): RecognisedColumn => {
    const is_ours = field !== null && (owners.get(field) === index || repeatableFields.has(field));
    return {
      index,
      header,
      field: is_ours ? field : null,
      confidence: !is_ours ? "none" : rank === 2 ? "certain" : "likely",
      date_format: dateFormatNamedIn(header),
    };
  });
  return {
    columns,
    mapping: Object.fromEntries(columns.flatMap(({ index, field }) => (field ? [[String(index), field]] : []))),
    unknown: columns.filter(({ field, header }) => !field && header.trim() !== "").map(({ header }) => header),
    has_name: columns.some(({ field }) => field === "first_name" || field === "full_name"),
  };
};

type NamedGuess = Guess & { header: string };

/** "Name" beside "Vorname" is the last name; "Tarif" beside a plan is its price. */
const resolveByNeighbours = (guesses: NamedGuess[]): NamedGuess[] => {
  const has = (field: ImportField, except?: NamedGuess) => guesses.some((one) => one !== except && one.field === field);
  return guesses.map((one) => {
    const name = wordsOf(one.header).join(" ");
    if (name === "name" && has("first_name") && !has("last_name")) return { ...one, field: "last_name" };
    if (name === "tarif" && has("plan", one) && !has("price")) return { ...one, field: "price", rank: 1 };
    return one;
  });
};
