import { type SQL, sql } from "drizzle-orm";

/** The name of a table or alias in a query. Always a literal in the code, never a user's value. */
export type RowName = string;

/** A date expression. */
export type Day = SQL;

export const column = (row: RowName, name: string): SQL => sql.raw(`${row}.${name}`);
