import { NonRetriableError } from "inngest";
import { expect, test } from "vitest";
import { inEachOrganization } from "@/inngest/schedules/each-organization";
import { newGym } from "@/tests/support/gym/gym";

/** Stores the result of each step, as the executor does, and lists the steps that ran. */
function keptSteps() {
  const ran: string[] = [];
  return {
    ran,
    async run<T>(id: string, work: () => Promise<T>): Promise<unknown> {
      ran.push(id);
      return JSON.parse(JSON.stringify((await work()) ?? null));
    },
  };
}

test("R9 an organization that fails does not stop the others, and is retried alone", async () => {
  const [first, second, third] = await Promise.all([newGym(), newGym(), newGym()]);
  const step = keptSteps();
  const worked: string[] = [];
  let refusals = 1;
  await inEachOrganization(step, "sweep", async ({ id }) => {
    if (id === second.organization_id && refusals-- > 0) throw new Error("its database was locked");
    worked.push(id);
  });
  const own = [first, second, third].map(({ organization_id }) => organization_id);
  expect(worked.filter((id) => own.includes(id)).sort()).toEqual(own.sort());
  expect(step.ran).toContain(`sweep-again-${second.organization_id}`);
});

test("R9 a run in which an organization finally fails is a failed run that names it", async () => {
  const [sound, broken] = await Promise.all([newGym(), newGym()]);
  const worked: string[] = [];
  const run = inEachOrganization(keptSteps(), "sweep", async ({ id }) => {
    if (id === broken.organization_id) throw new Error("always");
    worked.push(id);
  });
  await expect(run).rejects.toThrow(NonRetriableError);
  await expect(run).rejects.toThrow(broken.organization.slug);
  expect(worked).toContain(sound.organization_id);
});
