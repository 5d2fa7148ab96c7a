import type { z } from "zod";
import type { Contract, Input as InputOf, Output as OutputOf } from "@/lib/contracts/contract";

type Facts = "id" | "method" | "path" | "is_confidential" | "writes_nothing" | "upload";

/**
 * The part of a contract that a browser needs to call it. A contract itself would bring zod and every schema. The compiler compares
 * each value with the contract.
 */
export type Endpoint<C extends Contract = Contract> = Pick<C, Extract<keyof C, Facts>> & {
  /** Never set: it carries the types of input and output. */
  readonly contract?: C;
};

export type Input<E extends Endpoint> = InputOf<NonNullable<E["contract"]>>;
/** The input after validation: with defaults and conversions. */
export type Parsed<E extends Endpoint> = z.output<NonNullable<E["contract"]>["input"]>;
export type Output<E extends Endpoint> = OutputOf<NonNullable<E["contract"]>>;
