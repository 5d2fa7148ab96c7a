import type { z } from "zod";
import type { Contract } from "./contract";

/** The parts of a contract that only documentation and tests need. `<file>.docs.ts` keeps them out of browser bundles. */
type Documentation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  summary: string;
  description?: string;
  example: { input: z.input<I>; output: z.output<O> };
  /** Descriptions of single fields of the input. */
  fields?: { [Field in keyof z.input<I>]?: string };
};

export type Documented = Documentation & { contract: Contract };

type Schemas = Pick<Contract, "id" | "path"> & { input: z.ZodObject; output: z.ZodType };

/** Documentation for each contract that a module exports. The type rejects missing and superfluous entries. */
type DocumentationOf<Module> = {
  [Name in keyof Module as Module[Name] extends Schemas ? Name : never]: Module[Name] extends Schemas
    ? Documentation<Module[Name]["input"], Module[Name]["output"]>
    : never;
};

export function documented<Module extends object>(module: Module, docs: DocumentationOf<Module>): Documented[] {
  const byName = docs as Record<string, Documentation>;
  return Object.entries(module).flatMap(([name, contract]) => {
    const found = byName[name];
    return found ? [{ ...found, contract: contract as Contract }] : [];
  });
}
