import { type SQL, sql } from "drizzle-orm";
import { auditTargets } from "./vocabulary";

const cases = [...auditTargets].flatMap(([target_type, { name }]): SQL[] =>
  name ? [sql`when ${sql.raw(`'${target_type}'`)} then ${name}`] : [],
);

/** The current name of the target, looked up by primary key for the rows of one page. */
export const targetName = sql<string | null>`case audit_entries.target_type ${sql.join(cases, sql` `)} end`;
