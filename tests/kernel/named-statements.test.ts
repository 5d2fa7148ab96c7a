import { sql } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import { pool } from "@/db/client";
import { DatabaseUnavailable } from "@/db/connection-errors";
import { identityQuery, inIdentity } from "@/db/tenancy";
import { withConnection, withDatabase } from "@/scripts/database/connect";

const user_id = "01900000-0000-7000-8000-000000000000";

const asOwner = (text: string) => {
  const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  return withConnection(withDatabase(inject("cluster").superuser_url, database), (client) => client.query(text));
};

/** The texts that the connection of the transaction has prepared. */
const prepared = async (db: Parameters<Parameters<typeof inIdentity>[1]>[0]): Promise<string[]> => {
  const { rows } = await db.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
  return rows.map(({ statement }) => statement);
};

test("a statement is prepared on its second use, and one without parameters never", async () => {
  await inIdentity(null, async (db) => {
    const read = (value: number) => db.execute(sql`select ${value}::int as named_statement_test`);
    await read(1);
    expect(await prepared(db)).not.toContain("select $1::int as named_statement_test");
    await read(2);
    expect(await prepared(db)).toContain("select $1::int as named_statement_test");
    const { rows } = await read(3);
    expect(rows).toEqual([{ named_statement_test: 3 }]);
    for (let turn = 0; turn < 3; turn++) await db.execute(sql.raw("select 1 as without_parameters"));
    expect(await prepared(db)).not.toContain("select 1 as without_parameters");
  });
});

test("a statement that failed once is prepared and answered afterwards", async () => {
  const divide = (divisor: number) =>
    identityQuery<{ quotient: number }>(user_id, { text: "select 6 / $1::int as quotient", values: [divisor] });
  await expect(divide(0)).rejects.toMatchObject({ code: "22012" });
  await expect(divide(0)).rejects.toMatchObject({ code: "22012" });
  expect((await divide(3)).rows).toEqual([{ quotient: 2 }]);
});

test("a statement whose columns a migration changed fails once as unavailable and then sees the new columns", async () => {
  await asOwner(`create view named_statement_view as select 1 as first;
    grant select on named_statement_view to public`);
  const statement = { text: "select * from named_statement_view where first = $1::int", values: [1] };
  try {
    for (let turn = 0; turn < 3; turn++) await identityQuery(user_id, statement);
    await asOwner("create or replace view named_statement_view as select 1 as first, 2 as second");
    const answers: unknown[] = [];
    // Each connection of the pool may have prepared it.
    for (let turn = 0; turn <= pool().options.max; turn++) {
      answers.push(
        await identityQuery(user_id, statement).then(
          ({ rows }) => rows[0],
          (error) => error,
        ),
      );
    }
    expect(answers[0]).toBeInstanceOf(DatabaseUnavailable);
    expect(answers[0]).toMatchObject({ may_be_committed: false });
    expect(answers.at(-1)).toEqual({ first: 1, second: 2 });
  } finally {
    await asOwner("drop view named_statement_view");
  }
});
