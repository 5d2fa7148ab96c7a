import { sql } from "drizzle-orm";
import * as contracts from "@/lib/contracts/insight/getting-started";
import { operation, type TenantCtx } from "@/lib/kernel/operation";
import { type FirstStep, firstSteps } from "@/lib/values/first-steps";
import { alwaysOpen } from "@/lib/values/opening-hours";

export const getGettingStarted = operation(contracts.getGettingStarted, (ctx) => readFirstSteps(ctx));

type Found = Record<FirstStep, boolean> & { is_hidden: boolean };

/** One statement that looks for one row of each kind, so that a large gym costs no more than a small one. */
export async function readFirstSteps({ db, organization_id }: TenantCtx) {
  const { rows } = await db.execute<Found>(sql`
    select o.first_steps_hidden_at is not null as is_hidden,
      -- Every gym opens with one location that never closes. Saving it once confirms that.
      exists (select from locations l where l.organization_id = ${organization_id} and l.archived_at is null
        and (l.version > 1 or l.opening_hours <> ${JSON.stringify(alwaysOpen)}::jsonb)) as location,
      exists (select from membership_plans p where p.organization_id = ${organization_id} and p.archived_at is null) as plans,
      exists (select from members m where m.organization_id = ${organization_id} and m.archived_at is null) as members,
      exists (select from invitations i where i.organization_id = ${organization_id})
        or exists (select from staff s where s.organization_id = ${organization_id} offset 1) as team,
      o.desk_opened_at is not null as desk,
      exists (select from check_ins c where c.organization_id = ${organization_id}) as check_in
    from organizations o where o.id = ${organization_id}`);
  const [found] = rows;
  if (!found) throw new Error("The organization of the caller has a row");
  // Checking in takes an open desk, or a client that needs none.
  const isDone = { ...found, desk: found.desk || found.check_in };
  const steps = firstSteps.map((step) => ({ step, is_done: isDone[step] }));
  return { steps, is_complete: steps.every(({ is_done }) => is_done), is_hidden: found.is_hidden };
}
