/** PostgreSQL takes neither NUL nor half of a surrogate pair, as text, as jsonb, or where it reads text out of json. */
const unstorable = /[\0\p{Surrogate}]/gu;

/** Text from outside, as a column or an index can hold it. */
export const storable = (text: string): string => text.replace(unstorable, "\ufffd");

/** JSON of which PostgreSQL can read every text. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item) => (typeof item === "string" ? storable(item) : item));
