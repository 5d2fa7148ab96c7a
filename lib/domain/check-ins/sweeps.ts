import { isNull } from "drizzle-orm";
import { organizations } from "@/db/schema";
import { inIdentity } from "@/db/tenancy";
import { log } from "@/lib/kernel/log";
import { closeStaleVisits } from "./close-stale";

const everyMs = 60_000;

const globals = globalThis as { fitflowSweeps?: NodeJS.Timeout };

/** Once a process. Every process may sweep: a visit that one has closed is no longer there for the next. */
export function startSweeps(): void {
  if (globals.fitflowSweeps) return;
  globals.fitflowSweeps = setInterval(() => void sweep(), everyMs);
  globals.fitflowSweeps.unref();
}

async function sweep(): Promise<void> {
  try {
    for (const organization of await runningOrganizations()) await sweepOne(organization);
  } catch (error) {
    log().error({ err: error }, "the sweep of open visits found no organizations");
  }
}

/** One organization that fails does not keep the next from its turn (R9). */
async function sweepOne(organization: Parameters<typeof closeStaleVisits>[0]): Promise<void> {
  try {
    await closeStaleVisits(organization);
  } catch (error) {
    log().error({ err: error, organization_id: organization.id }, "open visits were not swept");
  }
}

const runningOrganizations = () =>
  inIdentity(null, (db) =>
    db
      .select({
        id: organizations.id,
        slug: organizations.slug,
        name: organizations.name,
        locale: organizations.locale,
        currency: organizations.currency,
        brand_color: organizations.brand_color,
        logo_file_id: organizations.logo_file_id,
      })
      .from(organizations)
      .where(isNull(organizations.suspended_at)),
  );
