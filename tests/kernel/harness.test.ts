import { createServer } from "node:http";
import { expect, test } from "vitest";
import { withConnection } from "@/scripts/database/connect";

const url = process.env.DATABASE_URL ?? "";

test("the tests talk to PostgreSQL as a login that cannot bypass row-level security", async () => {
  const role = await withConnection(url, async (client) => {
    const { rows } = await client.query(
      "select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user",
    );
    return rows[0];
  });
  expect(role).toEqual({
    rolname: "fitflow_app",
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
  });
});

test("no test reaches a server outside of this machine", async () => {
  await expect(fetch("http://192.0.2.1/")).rejects.toMatchObject({
    cause: { message: "The network is closed in tests; something tried to reach 192.0.2.1." },
  });
});

test("a test reaches a server of its own", async () => {
  const server = createServer((_request, response) => response.end("here"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const answer = await fetch(`http://localhost:${port}/`);
  expect(await answer.text()).toBe("here");
  server.close();
});
