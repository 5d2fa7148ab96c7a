import { NonRetriableError } from "inngest";
import { listActiveOrganizations } from "@/lib/domain/organization";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { log } from "@/lib/kernel/log";

type Steps = { run<T>(id: string, work: () => Promise<T>): Promise<unknown> };

/** The organizations that have something to do, of these. Asked for all of them together, so that the others cost nothing. */
type Choose = (organization_ids: readonly string[]) => Promise<ReadonlySet<string>>;

const batchSize = 25;

/**
 * R9: runs `work` in each active organization. A failure in one does not affect the others. Organizations share a step in
 * batches, because a step costs more than most of them have to do. A failed organization is retried in its own step with the
 * function's retries. If any organization fails finally, the run fails. `acted` counts the organizations with something to do: a run
 * with none is folded away in the list of jobs.
 */
export async function inEachOrganization(
  step: Steps,
  name: string,
  work: (organization: OrganizationCard) => Promise<unknown>,
  { only }: { only?: Choose } = {},
): Promise<{ organizations: number; acted: number }> {
  let acted = 0;
  const organizations = (await step.run("list-organizations", () => listed(only))) as OrganizationCard[];
  const failed: OrganizationCard[] = [];
  for (let from = 0; from < organizations.length; from += batchSize) {
    const some = organizations.slice(from, from + batchSize);
    const batch = (await step.run(`${name}-${from / batchSize + 1}`, () => workOn(some, name, work))) as Batch;
    failed.push(...some.filter(({ id }) => batch.failed.includes(id)));
    acted += batch.acted;
  }
  const lost: string[] = [];
  for (const organization of failed) {
    try {
      await step.run(`${name}-again-${organization.id}`, async () => void (await work(organization)));
      acted += 1;
    } catch {
      lost.push(organization.slug);
    }
  }
  if (lost.length > 0) {
    throw new NonRetriableError(`${lost.length} of ${organizations.length} organizations failed: ${lost.join(", ")}`);
  }
  return { organizations: organizations.length, acted };
}

/** The ids of organizations that failed, and how many had something to do. */
type Batch = { failed: string[]; acted: number };

async function workOn(
  organizations: OrganizationCard[],
  name: string,
  work: (organization: OrganizationCard) => Promise<unknown>,
): Promise<Batch> {
  const failed: string[] = [];
  let acted = 0;
  for (const organization of organizations) {
    try {
      if (hasActed(await work(organization))) acted += 1;
    } catch (error) {
      log().error({ err: error, organization_id: organization.id }, `${name} failed in one organization`);
      failed.push(organization.id);
    }
  }
  return { failed, acted };
}

/** By the counts that the work returns. Work that returns nothing is taken to have acted. */
function hasActed(result: unknown): boolean {
  if (typeof result === "number") return result > 0;
  if (typeof result !== "object" || result === null) return true;
  return Object.values(result).some((value) => value === true || (typeof value === "number" && value > 0));
}

async function listed(only: Choose | undefined): Promise<OrganizationCard[]> {
  const all = await listActiveOrganizations();
  const chosen = await only?.(all.map(({ id }) => id));
  return chosen ? all.filter(({ id }) => chosen.has(id)) : all;
}
