import type { Contract } from "@/lib/contracts/contract";
import { elapsed } from "@/lib/kernel/clock";
import type { Operation } from "@/lib/kernel/operation";

/** Responds after at least `minimum_ms`, so that the response time reveals nothing about the account (A10). */
export function withMinimumDuration<C extends Contract>(inner: Operation<C>, minimum_ms: number): Operation<C> {
  async function delayed<T>(work: Promise<T>): Promise<T> {
    const started_ms = elapsed();
    try {
      return await work;
    } finally {
      const left_ms = minimum_ms - (elapsed() - started_ms);
      if (left_ms > 0) await new Promise((resolve) => setTimeout(resolve, left_ms));
    }
  }
  return Object.assign(((caller, input) => delayed(inner(caller, input))) as Operation<C>, {
    contract: inner.contract,
    execute: ((caller, input, options) => delayed(inner.execute(caller, input, options))) as Operation<C>["execute"],
  });
}
