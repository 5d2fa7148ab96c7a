import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Whether account credit can be used on a day. It is the date that decides, so a lapse that is booked late changes nothing. */
export const usableOn = (expires_on: SQLWrapper, day: SQL | string): SQL =>
  sql`(${expires_on} is null or ${expires_on} >= ${day}::date)`;
