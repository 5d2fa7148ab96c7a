import { randomBytes } from "node:crypto";
import { expect, inject, test } from "vitest";
import { isEmpty, seedDemo } from "@/db/seed/index";
import { fixedClock } from "@/lib/kernel/clock";
import { withConnection } from "@/scripts/database/connect";
import { cloneDatabase } from "@/scripts/postgres/temporary-cluster";

test("a demo that breaks off half way leaves nothing behind", async () => {
  const { owner_url } = await cloneDatabase(inject("cluster"), `broken_${randomBytes(4).toString("hex")}`);
  const breaks = (label: string) => {
    if (label.startsWith("Shakti")) throw new Error("power cut");
  };
  const clock = fixedClock("2026-03-12T22:30:00Z");
  await expect(seedDemo({ owner_url, clock }, breaks)).rejects.toThrow("power cut");
  expect(await isEmpty(owner_url)).toBe(true);
  const { rows } = await withConnection(owner_url, (client) =>
    client.query<{ n: number }>("select count(*)::int as n from organizations"),
  );
  expect(rows).toEqual([{ n: 0 }]);
}, 120_000);
