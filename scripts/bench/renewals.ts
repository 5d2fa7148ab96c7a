import type { Client } from "pg";
import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { renewals } from "@/lib/domain/memberships/renewals/renewals";
import { systemClock } from "@/lib/kernel/clock";
import { operation } from "@/lib/kernel/operation";
import { dayAt } from "@/lib/values/calendar-day";
import type { InProcess } from "./in-process";

const ZONE = "America/New_York";

const renewBatch = operation(
  job({
    id: "bench.renew",
    input: z.strictObject({ id: z.string(), run_on: z.string() }),
    output: z.object({ found: z.int(), acted: z.int(), has_more: z.boolean().optional() }),
  }),
  (ctx, { id, run_on }) => renewals.run(ctx, { location: { id, name: "Bench", time_zone: ZONE }, run_on }),
  { writes_many: true },
);

/** Makes every membership of the gym due today. The result renews them, batch by batch; the first batch is a warm-up. */
export async function dueRenewals({ gym, caller }: InProcess, client: Client) {
  const run_on = dayAt(systemClock.now().toString(), ZONE);
  await client.query(
    "update memberships set next_bill_on = $2, cancelled_at = null, cancelled_on = null where organization_id = $1",
    [gym.organization_id, run_on],
  );
  await client.query("vacuum analyze memberships");
  const [first = ""] = gym.location_ids;
  await renewBatch(caller, { id: first, run_on });
  return async (onBatch: () => void): Promise<void> => {
    for (const id of gym.location_ids) while ((await renewBatch(caller, { id, run_on })).has_more) onBatch();
  };
}
