import { type SQL, sql } from "drizzle-orm";

/** The name of a row in a query: its table or its alias. Always a literal of the code, never a value. */
export type RowName = string;

/** A date expression. */
export type Day = SQL;

export const column = (row: RowName, name: string): SQL => sql.raw(`${row}.${name}`);
