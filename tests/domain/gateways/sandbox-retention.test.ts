import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sandboxObjects } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { pruneOrganization } from "@/lib/domain/platform/retention";
import { fixedClock } from "@/lib/kernel/clock";
import { newSandbox } from "@/tests/support/gateways/sandbox";
import { newGym } from "@/tests/support/gym/gym";

test("the sandbox forgets answers after a month and payments after two years, and keeps accounts and cards", async () => {
  const gym = await newGym();
  const { organization_id } = gym;
  const gateway_id = await newSandbox(gym);
  const object = (kind: string, at: string) => ({
    ...{ organization_id, gateway_id, kind, ref: `${kind} ${at}`, data: {} },
    ...{ created_at: `${at}T12:00:00Z`, updated_at: `${at}T12:00:00Z` },
  });
  const rows = [
    ...["account", "customer", "method", "payment", "answer"].map((kind) => object(kind, "2023-01-01")),
    ...["payment", "answer"].map((kind) => object(kind, "2025-12-01")),
    object("answer", "2026-03-01"),
  ];
  await inTenant({ organization_id, user_id: null }, (db) => db.insert(sandboxObjects).values(rows));
  const counts = await pruneOrganization(organization_id, fixedClock("2026-03-05T12:00:00Z"));
  expect(counts.sandbox_objects).toBe(3);
  const left = await inTenant({ organization_id, user_id: null }, (db) =>
    db.select().from(sandboxObjects).where(eq(sandboxObjects.organization_id, organization_id)),
  );
  expect(left.map(({ ref }) => ref).sort()).toEqual([
    "account 2023-01-01",
    "answer 2026-03-01",
    "customer 2023-01-01",
    "method 2023-01-01",
    "payment 2025-12-01",
  ]);
});
