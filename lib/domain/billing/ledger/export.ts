import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/billing/ledger";
import { type Caller, userIdOf } from "@/lib/kernel/caller";
import { currentCaller } from "@/lib/kernel/current-caller";
import { Problem } from "@/lib/kernel/errors";
import { mayUse, operation } from "@/lib/kernel/operation";
import { textStream } from "@/lib/kernel/text-stream";
import { type Entry, entriesQuery } from "./entries-query";
import { writers } from "./export-formats";
import { visibleEntries } from "./filters";

const entriesPerPage = 500;
const byteOrderMark = "\ufeff";

/** Streams the journal, oldest day first. Reads page by page, each in its own transaction, so memory use is constant. */
export const exportLedger = operation(contracts.exportLedger, async (ctx, { format, ...filters }) => {
  const { caller, organization_id } = ctx;
  ctx.audit({ target_type: "organization", target_id: organization_id, after: { format, ...filters } });
  const tenant = { organization_id, user_id: userIdOf(caller) };
  const { head, rows } = writers[format];

  const page = (last: Entry | undefined): Promise<Entry[]> =>
    inTenant(tenant, async (db) => {
      const visible = visibleEntries({ caller, organization_id }, filters);
      const where = last
        ? sql`${visible} and (e.booked_on, e.id) > (${last.booked_on}::date, ${last.id}::uuid)`
        : visible;
      const query = entriesQuery({ organization_id, where, direction: "asc", limit: entriesPerPage + 1 });
      return (await db.execute<Entry>(query)).rows;
    });

  async function* lines(): AsyncGenerator<string> {
    yield byteOrderMark + head;
    let last: Entry | undefined;
    do {
      // A slow client may take hours, so the caller's permissions are checked for each page (A5).
      if (last && !(await mayContinue(caller))) throw new Problem("forbidden");
      const found = await page(last);
      for (const entry of found.slice(0, entriesPerPage)) yield rows(entry);
      last = found.length > entriesPerPage ? found[entriesPerPage - 1] : undefined;
    } while (last);
  }

  const name = ["ledger", format, filters.from, filters.to].filter(Boolean).join("-");
  return {
    toResponse: (headers: Record<string, string>) =>
      new Response(textStream(lines()), {
        headers: {
          ...headers,
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="${name}.csv"`,
        },
      }),
  };
});

async function mayContinue(caller: Caller): Promise<boolean> {
  const now = await currentCaller(caller);
  return (
    now !== null &&
    mayUse(now, contracts.exportLedger) &&
    JSON.stringify(now.location_ids?.toSorted()) === JSON.stringify(caller.location_ids?.toSorted())
  );
}
