import { type SQL, sql } from "drizzle-orm";

/** More rows than any page has. */
const maxRows = sql.raw("1000");

/**
 * The first `limit` rows of an ordered query. Behind a placeholder PostgreSQL expects a tenth of all rows, so that the plan of a
 * prepared statement looks expensive and every execution is planned again. The number bounds the guess to 1,000, and repeating
 * the placeholder to 10. `order` names columns of the query and must be its own order.
 */
export const limitRows = (query: SQL, order: SQL, limit: number): SQL => sql`
  select * from (
    select * from (${query} limit ${maxRows}) bounded order by ${order} limit ${limit}
  ) guessed order by ${order} limit ${limit}`;
