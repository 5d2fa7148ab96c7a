import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv07, { type ValidateFunction } from "ajv";
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

const validators = new Map<string, ValidateFunction>();

/** What a schema has against a value whose numbers and booleans may be text, as in a form. It is compiled once per name. */
export function schemaErrors(name: string, schema: () => object, value: unknown): string[] {
  const options = { strict: false, allErrors: true, coerceTypes: true, validateFormats: false };
  const validate = validators.get(name) ?? new Ajv07(options).compile(schema());
  validators.set(name, validate);
  if (validate(structuredClone(value))) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${name} ${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

let sdk: Record<string, object> | null = null;

/** The parameters of a call, from the types of the SDKs of Stripe and Razorpay. */
export function sdkSchema(type: string): object {
  sdk ??= specJson<Record<string, object>>("stripe/sdk-derived.params.schema.json");
  return sdk[type] ?? {};
}

/** A misspelled field is no error to an open object. */
export function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  const is_open = inner.type === "object" && "properties" in inner && !("additionalProperties" in inner);
  return is_open ? { ...inner, additionalProperties: false } : inner;
}
