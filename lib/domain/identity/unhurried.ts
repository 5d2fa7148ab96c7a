import type { Contract } from "@/lib/contracts/contract";
import { elapsed } from "@/lib/kernel/clock";
import type { Operation } from "@/lib/kernel/operation";

/** Answers no sooner than `floor_ms` after it was asked: how long the work took tells nothing about whom it concerned (A10). */
export function unhurried<C extends Contract>(inner: Operation<C>, floor_ms: number): Operation<C> {
  async function evenly<T>(work: Promise<T>): Promise<T> {
    const started_ms = elapsed();
    try {
      return await work;
    } finally {
      const left_ms = floor_ms - (elapsed() - started_ms);
      if (left_ms > 0) await new Promise((resolve) => setTimeout(resolve, left_ms));
    }
  }
  return Object.assign(((caller, input) => evenly(inner(caller, input))) as Operation<C>, {
    contract: inner.contract,
    execute: ((caller, input, terms) => evenly(inner.execute(caller, input, terms))) as Operation<C>["execute"],
  });
}
