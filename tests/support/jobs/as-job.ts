import { z } from "zod";
import { job } from "@/lib/contracts/contract";
import { systemCaller } from "@/lib/kernel/caller";
import { type Clock, fixedClock } from "@/lib/kernel/clock";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { Gym } from "@/tests/support/gym/gym";

/** What a job does, in an operation of its own inside the gym. */
export function asJob<T>(
  { organization }: Pick<Gym, "organization">,
  at: string | Clock,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const terms = job({ id: "tests.job", input: z.strictObject({}), output: z.custom<T>() });
  const clock = typeof at === "string" ? fixedClock(at) : at;
  return operation(terms, (ctx) => work(ctx))(systemCaller("Test", organization, clock), {}) as Promise<T>;
}
