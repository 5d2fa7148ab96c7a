import { expect, inject, test } from "vitest";
import { withConnection, withDatabase } from "@/scripts/database/connect";
import { migrate } from "@/scripts/database/migrate";
import { OWNER_ROLE } from "@/scripts/postgres/create";
import { catalogueOf, missingMigration, statementsOfSchema } from "@/tests/support/database/declared-schema";

const cluster = inject("cluster");

/** The constraints of 0003_constraints.sql, 0007_billing_rules.sql and 0014_billing_checks.sql, which db/schema cannot declare. */
const writtenByHand = [
  "membership_freezes_no_overlap",
  "organizations_logo_fk",
  "bulk_messages_segment_fk",
  "locations_legal_entity_fk",
  "account_credits_credit_note_fk",
  "tax_rates_no_overlap",
  "invoice_lines_invoice_fk",
  "invoices_sum_of_lines",
];

async function emptyDatabase(name: string): Promise<string> {
  await withConnection(cluster.superuser_url, (client) => client.query(`create database ${name} owner ${OWNER_ROLE}`));
  return withDatabase(cluster.owner_url, name);
}

async function catalogueOfSchema(): Promise<Set<string>> {
  const statements = await statementsOfSchema();
  return withConnection(await emptyDatabase("as_declared"), async (client) => {
    for (const name of ["pg_trgm", "btree_gin"]) await client.query(`create extension ${name}`);
    for (const statement of statements) await client.query(statement);
    return catalogueOf(client);
  });
}

test("every change of db/schema has its migration", async () => {
  expect(await missingMigration()).toEqual([]);
});

test("the migrations create what db/schema declares, and nothing else", async () => {
  const declared = await catalogueOfSchema();
  await withConnection(cluster.owner_url, async (client) => {
    const unexpected = async () => {
      const migrated = await catalogueOf(client);
      return {
        missing: [...declared].filter((line) => !migrated.has(line)),
        added: [...migrated].filter(
          (line) => !declared.has(line) && !writtenByHand.some((name) => line.includes(name)),
        ),
      };
    };
    expect(await unexpected()).toEqual({ missing: [], added: [] });

    const changes = [
      "alter table members add column nickname text",
      "alter table members alter column last_name drop not null",
      "alter table memberships drop constraint memberships_term",
      "drop index check_ins_by_member",
      "alter policy members_tenant on members using (true)",
    ];
    for (const change of changes) {
      await client.query("begin");
      await client.query(change);
      const { missing, added } = await unexpected();
      expect(missing.length + added.length, change).toBeGreaterThan(0);
      await client.query("rollback");
    }
  });
});

test("a database of another history is refused with a sentence", async () => {
  const url = await emptyDatabase("of_another_history");
  await withConnection(url, async (client) => {
    await client.query("create schema drizzle");
    await client.query(
      "create table drizzle.__drizzle_migrations (id serial primary key, hash text, created_at bigint)",
    );
    await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('of another file', 1)");
  });
  await expect(migrate(url)).rejects.toThrow("npm run up -- --fresh");
});

test("a database with further migrations of a newer version is accepted", async () => {
  const url = await emptyDatabase("of_a_newer_version");
  const { total } = await migrate(url);
  await withConnection(url, (client) =>
    client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a later file', 9e15)"),
  );
  expect(await migrate(url)).toEqual({ applied: 0, total });
});
