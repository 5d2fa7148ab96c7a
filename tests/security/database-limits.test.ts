import { expect, test } from "vitest";
import { listenClient, pool } from "@/db/client";
import { inTenant } from "@/db/tenancy";
import { timeoutsOf } from "@/db/timeouts";
import { contracts } from "@/lib/contracts";
import { env } from "@/lib/kernel/env";
import { newGym } from "@/tests/support/gym/gym";

// The default timeouts. The other tests run with longer ones.
delete process.env.DATABASE_CONNECT_TIMEOUT_MS;
delete process.env.DATABASE_QUERY_TIMEOUT_MS;

test("R14 a request waits at most 2 s for a connection and 3 s for an answer; the server stops its statement before", () => {
  expect([env().DATABASE_CONNECT_TIMEOUT_MS, env().DATABASE_QUERY_TIMEOUT_MS]).toEqual([2_000, 3_000]);
  expect(pool().options).toMatchObject({
    connectionTimeoutMillis: 2_000,
    query_timeout: 3_000,
    statement_timeout: 10_000,
  });
  expect(timeoutsOf("request")).toEqual({ statement_ms: 2_500, query_ms: 3_000 });
  expect(timeoutsOf("job")).toEqual({ statement_ms: 10_000, query_ms: 11_000 });
});

test("R14 the line for live signals has the same limits", () => {
  const client = listenClient() as unknown as { connectionParameters: { query_timeout: number } };
  expect(client).toMatchObject({ _connectionTimeoutMillis: 2_000, connectionParameters: { query_timeout: 3_000 } });
});

test("R14 these requests alone have the time of a job", () => {
  expect(
    contracts
      .filter(({ takes_long }) => takes_long)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([
    "closures.preview",
    "imports.advance",
    "imports.check",
    "imports.discard",
    "imports.run",
    "imports.undo",
    "imports.upload",
    "invoices.counts",
    "invoices.totals",
    "notifications.cancel_bulk",
    "notifications.create_bulk",
    "price_increases.create",
    "price_increases.preview",
    "price_increases.withdraw",
  ]);
});

test("R14 the longer limit of a job ends with its transaction", async () => {
  const { organization_id } = await newGym();
  const connections = new Set<number | undefined>();
  const limits = (timeout_class: "request" | "job") =>
    inTenant(
      { organization_id, user_id: null },
      async (_, client) => {
        const { rows } = await client.query<{ limit: string; connection: number }>(
          "select current_setting('statement_timeout') as limit, pg_backend_pid() as connection",
        );
        connections.add(rows[0]?.connection);
        const { connectionParameters } = client as typeof client & { connectionParameters: { query_timeout: number } };
        return [rows[0]?.limit, connectionParameters.query_timeout];
      },
      { timeout_class },
    );
  expect(await limits("job")).toEqual(["10s", 11_000]);
  expect(await limits("request")).toEqual(["2500ms", 3_000]);
  expect(connections.size).toBe(1);
});
