import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";

const root = process.env.VENDOR_SPECS ?? "../shared/specs";

/** The vendors' own specifications, which no clone carries: without them a test still runs, and checks fewer things. */
export const vendorSpecs = existsSync(join(root, "webhook-vectors.json"));
export const specsNote = vendorSpecs ? "" : " (unchecked against the vendor's specification, which is not here)";

export const specJson = <Shape>(path: string): Shape => JSON.parse(readFileSync(join(root, path), "utf8"));

/** What the vendor's specification has against a value, one line each; its open objects are closed. */
export function specErrors(file: string, pointer: string[], value: unknown): string[] {
  if (!vendorSpecs) return [];
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true, validateFormats: false }));
  ajv.addSchema(closed(specJson(file)) as object, "spec");
  const path = pointer.map((part) => encodeURIComponent(part.replace(/~/g, "~0").replace(/\//g, "~1"))).join("/");
  const validate = ajv.compile({ $ref: `spec#/${path}` });
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** A misspelled field is no error to an open object. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const is_open = inner.type === "object" && "properties" in inner && !("additionalProperties" in inner);
  return is_open ? { ...inner, additionalProperties: false } : inner;
}
