import { sql } from "drizzle-orm";
import type { z } from "zod";
import * as contracts from "@/lib/contracts/insight/dashboard";
import type { Caller } from "@/lib/kernel/caller";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { SingleFlightCache } from "@/lib/kernel/single-flight-cache";

type OpenWork = z.input<typeof contracts.getOpenWork.output>;

/** Every page of the sidebar asks, so people with the same rights and locations share an answer. */
const maxAgeMs = 15_000;
const recent = new SingleFlightCache<OpenWork>({ max_age_ms: maxAgeMs, isCacheable: () => true });

export const getOpenWork = operation(contracts.getOpenWork, async (ctx) => {
  const { caller, organization_id } = ctx;
  const { rows } = await ctx.db.execute<Required<OpenWork>>(sql`
    select
      (select count(*)::int from dunning_cases c
        join invoices i on i.organization_id = c.organization_id and i.id = c.invoice_id
        where c.organization_id = ${organization_id} and c.status <> 'ended' and ${reaches(ctx, "i")}) as dunning,
      (select count(*)::int from disputes d
        where d.organization_id = ${organization_id} and d.closed_at is null and ${reaches(ctx, "d")}) as disputes,
      (select count(*)::int from imports m
        where m.organization_id = ${organization_id} and m.status not in ('done', 'undone')
          and ${caller.location_ids === null}) as imports`);
  const { dunning = 0, disputes = 0, imports = 0 } = rows[0] ?? {};
  const may = (permission: Parameters<typeof caller.permissions.has>[0]) => caller.permissions.has(permission);
  return {
    ...(may("invoices.read") && { dunning, disputes }),
    ...(may("members.import") && { imports }),
  };
});

const reaches = ({ caller }: Ctx, row: "i" | "d") =>
  sql`(${sql.param(caller.location_ids)}::uuid[] is null or ${sql.raw(row)}.location_id = any(${sql.param(caller.location_ids)}::uuid[]))`;

/** As getOpenWork(), at most 15 seconds old. */
export const readOpenWork = (caller: Caller): Promise<OpenWork> =>
  recent.read(keyOf(caller), () => getOpenWork(caller, {}));

const keyOf = ({ organization, location_ids, permissions }: Caller): string =>
  JSON.stringify([organization?.id, location_ids, permissions.has("invoices.read"), permissions.has("members.import")]);
