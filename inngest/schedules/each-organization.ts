import { NonRetriableError } from "inngest";
import { listRunningOrganizations } from "@/lib/domain/organization";
import type { OrganizationCard } from "@/lib/kernel/caller";
import { log } from "@/lib/kernel/log";

type Steps = { run<T>(id: string, work: () => Promise<T>): Promise<unknown> };

const atOnce = 25;

/**
 * R9: works inside each running organization, and one that fails keeps no other from its turn. Organizations share a step by
 * the dozen, since a step of its own for each would cost more than most of them have to do; whoever fails is tried again in
 * a step of its own, with the function's retries. A run in which somebody failed to the end is a failed run.
 */
export async function inEachOrganization(
  step: Steps,
  name: string,
  work: (organization: OrganizationCard) => Promise<unknown>,
): Promise<{ organizations: number }> {
  const organizations = (await step.run("list-organizations", listRunningOrganizations)) as OrganizationCard[];
  const failed: OrganizationCard[] = [];
  for (let from = 0; from < organizations.length; from += atOnce) {
    const some = organizations.slice(from, from + atOnce);
    const ids = (await step.run(`${name}-${from / atOnce + 1}`, () => failuresOf(some, name, work))) as string[];
    failed.push(...some.filter(({ id }) => ids.includes(id)));
  }
  const lost: string[] = [];
  for (const organization of failed) {
    try {
      await step.run(`${name}-again-${organization.id}`, async () => void (await work(organization)));
    } catch {
      lost.push(organization.slug);
    }
  }
  if (lost.length > 0) {
    throw new NonRetriableError(`${lost.length} of ${organizations.length} organizations failed: ${lost.join(", ")}`);
  }
  return { organizations: organizations.length };
}

async function failuresOf(
  organizations: OrganizationCard[],
  name: string,
  work: (organization: OrganizationCard) => Promise<unknown>,
): Promise<string[]> {
  const failed: string[] = [];
  for (const organization of organizations) {
    try {
      await work(organization);
    } catch (error) {
      log().error({ err: error, organization_id: organization.id }, `${name} failed in one organization`);
      failed.push(organization.id);
    }
  }
  return failed;
}
