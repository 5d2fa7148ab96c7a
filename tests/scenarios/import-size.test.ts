import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { members, memberships } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import type { Contract, Output } from "@/lib/contracts/contract";
import * as contracts from "@/lib/contracts/imports/imports";
import { createPlan } from "@/lib/contracts/memberships/membership-plans";
import { sized } from "@/tests/support/environment/soak";
import { type Gym, newGym } from "@/tests/support/gym/gym";
import { call, requestOf } from "@/tests/support/http/api";
import { startServer } from "@/tests/support/processes/server-process";

/** The short form has as many bytes in fewer rows: what the upload may hold in memory stays the same. */
const rows = sized(5_000, 50_000);
const noteLength = sized(54, 4);
/** The modules alone take 60 MB of heap. */
const heapMb = 96;
/** Measured: 25 MB for the upload and 47 in all. The rows of the whole file in memory take 71 before the first check. */
const uploadMb = 50;
const wholeMb = 80;

type Job = Output<typeof contracts.getImport>;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Of 100 rows one has no address that can be written to, two have no plan, and ten fall due within 30 days. */
function* fileOf(): Generator<Uint8Array> {
  const [soon, later] = [inDays(10), inDays(45)];
  const note = "Prefers mornings, trains for a half marathon, asked about the sauna. ".repeat(noteLength);
  const encoder = new TextEncoder();
  yield encoder.encode(
    "First name,Last name,Email,Date of birth,Address,City,Joined,Membership,Status,Start date,Next billing date,Notes\r\n",
  );
  for (let index = 0; index < rows; index++) {
    const email = index % 100 === 0 ? "not an address" : `member.${index}@example.com`;
    const plan = index % 50 === 1 ? ",,," : `Gold,Active,2025-01-15,${index % 10 === 2 ? soon : later}`;
    const line = `Given ${index},Family ${index},${email},1990-04-03,"${index} Long Street, back house",Berlin,2025-01-15,${plan},"${note}"\r\n`;
    yield encoder.encode(line);
  }
}

function peakMb(pid: number): number {
  const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(found?.[1]) / 1024;
}

test("X11 a file of many rows and 20 MB goes through upload, check, import and undo in bounded memory", async () => {
  const gym = await newGym();
  const { token } = gym.people.gym_owner;
  await call(
    createPlan,
    { name: "Gold", kind: "recurring", price_minor: 5_900, currency: "EUR", interval_unit: "month" },
    { token },
  );
  const server = await startServer({ NODE_OPTIONS: `--max-old-space-size=${heapMb}` });
  const ask = async <C extends Contract>(contract: C, input: Record<string, unknown>, body?: BodyInit) => {
    const template = requestOf(contract, input, { token, ...(body ? { body: "" } : {}) });
    const address = template.url.replace("http://127.0.0.1:3000", server.url);
    const init: RequestInit & { duplex?: "half" } = { method: template.method, headers: template.headers };
    if (body) Object.assign(init, { body, duplex: "half" });
    else if (template.body) init.body = await template.text();
    const response = await fetch(address, init);
    if (!response.ok) throw new Error(`${contract.id} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Output<C>;
  };
  const settled = async (id: string): Promise<Job> => {
    for (;;) {
      const job = await ask(contracts.getImport, { id });
      if (job.status !== "checking" && job.status !== "running") return job;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  try {
    await ask(contracts.listImports, {});
    const before = peakMb(server.pid);
    const job = await ask(contracts.uploadImport, {}, Readable.toWeb(Readable.from(fileOf())) as BodyInit);
    expect([job.total_rows, job.status]).toEqual([rows, "uploaded"]);
    expect(peakMb(server.pid) - before).toBeLessThan(uploadMb);

    await ask(contracts.checkImport, { id: job.id });
    const checked = await settled(job.id);
    expect(checked.summary).toMatchObject({
      ...sized(
        { ready: 4_950, refused: 50, members: 4_950, memberships: 4_850 },
        { ready: 49_500, refused: 500, members: 49_500, memberships: 48_500 },
      ),
      skipped: 0,
      due_in_30_days_minor: sized(2_950_000, 29_500_000),
      monthly_recurring_minor: sized(28_615_000, 286_150_000),
    });

    await ask(contracts.runImport, { id: job.id });
    const done = await settled(job.id);
    expect([done.status, done.summary?.created]).toEqual(["done", sized(4_950, 49_500)]);
    expect(await stored(gym, job.id)).toEqual(sized([4_950, 4_850], [49_500, 48_500]));

    await ask(contracts.undoImport, { id: job.id });
    expect(await stored(gym, job.id)).toEqual([0, 0]);
    expect(peakMb(server.pid) - before).toBeLessThan(wholeMb);
  } finally {
    await server.kill();
  }
}, 600_000);

function stored({ organization_id }: Gym, import_id: string): Promise<number[]> {
  return inTenant({ organization_id, user_id: null }, async (db) => {
    const [people] = await db.select({ n: count() }).from(members).where(eq(members.import_id, import_id));
    const [sold] = await db.select({ n: count() }).from(memberships).where(eq(memberships.import_id, import_id));
    return [people?.n ?? 0, sold?.n ?? 0];
  });
}
