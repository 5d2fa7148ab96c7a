import type { Contract } from "./contract";
import * as locations from "./locations";

const modules = [locations];

const isContract = (value: unknown): value is Contract =>
  typeof value === "object" && value !== null && "method" in value && "path" in value && "access" in value;

/** Every contract of the public API: what the OpenAPI document and the derived tests walk through. */
export const contracts: readonly Contract[] = modules.flatMap((module) =>
  (Object.values(module) as unknown[]).filter(isContract),
);
