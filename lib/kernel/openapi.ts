import { z } from "zod";
import { contracts, documentedContracts } from "@/lib/contracts";
import { type Contract, pathParams, takesIdempotencyKey } from "@/lib/contracts/contract";
import type { Documented } from "@/lib/contracts/documented";
import { type ErrorCode, errorCatalogue } from "@/lib/contracts/error-codes";

type Json = Record<string, unknown>;

const jsonSchema = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io, unrepresentable: "any" });
  return rest;
};

/** The input with the descriptions that the documentation gives to single fields. */
function described({ contract, fields = {} }: Documented): z.ZodObject {
  const { input } = contract;
  const changed = Object.entries(fields).map(([name, text]) => [name, input.shape[name]?.describe(String(text))]);
  return changed.length > 0 ? input.extend(Object.fromEntries(changed)) : input;
}

/** The tags of the operations, in the order of the document. */
export const apiTags = (): string[] => [...new Set(contracts.map(({ tag }) => tag))].sort();

/** Generates the OpenAPI 3.1 document from the contracts: of all operations, or of those with the tag. */
export function openApiDocument(server_url: string, only?: string): Json {
  const paths: Record<string, Json> = {};
  const tags = apiTags().filter((name) => only === undefined || name === only);
  for (const documented of documentedContracts) {
    const { path, method, tag } = documented.contract;
    if (!tags.includes(tag)) continue;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(documented) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "FitFlow Pro API",
      version: "1.0.0",
      description:
        "Run a gym: members, plans, memberships, check-ins. Errors are problem documents (RFC 9457) with a stable `code`. Lists answer `{ data, next_cursor }`; send `cursor` to go on.",
      contact: { name: "FitFlow Pro", url: server_url },
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: server_url }],
    security: [{ bearer: [] }],
    tags: tags.map((name) => ({ name, description: `Operations on ${name.toLowerCase()}.` })),
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "The access_token of POST /api/v1/auth/login.",
        },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

function operationObject(documented: Documented): Json {
  const { contract, ...docs } = documented;
  const schema = jsonSchema(described(documented), "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const inPath = pathParams(contract.path);
  const takesBody = contract.method !== "GET" && contract.method !== "DELETE" && !contract.upload;
  const example = docs.example.input as Json;
  const others = Object.keys(schema.properties ?? {}).filter((name) => !inPath.includes(name));
  const parameter = (name: string, place: "path" | "query"): Json => ({
    name,
    in: place,
    required: place === "path" || (schema.required ?? []).includes(name),
    schema: schema.properties?.[name] ?? {},
    ...(name in example ? { example: asListed(example[name], schema.properties?.[name]) } : {}),
  });
  const body =
    takesBody && others.length > 0
      ? requestBody(schema, others, example)
      : contract.upload && uploadBody(contract.upload);
  return {
    operationId: contract.id,
    tags: [contract.tag],
    summary: docs.summary,
    description: docs.description ?? `${docs.summary}.`,
    ...(contract.access === "public" ? { security: [] } : {}),
    parameters: [
      ...inPath.map((name) => parameter(name, "path")),
      ...(takesBody ? [] : others.map((name) => parameter(name, "query"))),
      ...headerParameters(contract),
    ],
    ...(body ? { requestBody: body } : {}),
    responses: { ...successResponse(documented), ...errorResponses(contract) },
  };
}

/** Query examples may have the form `a,b`. The document shows them as arrays. */
function asListed(value: unknown, schema: Json | undefined): unknown {
  return schema?.type === "array" && typeof value === "string" ? value.split(",") : value;
}

function requestBody(
  schema: { properties?: Record<string, Json>; required?: string[] },
  names: string[],
  example: Json,
): Json {
  const pick = (from: Json) =>
    Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
  const required = (schema.required ?? []).filter((name) => names.includes(name));
  return {
    required: required.length > 0,
    content: {
      "application/json": {
        schema: {
          type: "object",
          properties: pick(schema.properties ?? {}),
          ...(required.length > 0 ? { required } : {}),
          additionalProperties: false,
        },
        example: pick(example),
      },
    },
  };
}

function uploadBody({ content_types }: NonNullable<Contract["upload"]>): Json {
  return {
    required: true,
    content: Object.fromEntries(content_types.map((type) => [type, { schema: { type: "string", format: "binary" } }])),
  };
}

function headerParameters(contract: Contract): Json[] {
  const header = (name: string, description: string): Json => ({
    name,
    in: "header",
    required: false,
    description,
    schema: { type: "string" },
  });
  const found: Json[] = [];
  if (takesIdempotencyKey(contract)) {
    found.push(
      header(
        "Idempotency-Key",
        "A repeated request with the same key returns the first response, for a day. Another request with the same key is rejected.",
      ),
    );
  }
  if (contract.method === "PATCH")
    found.push(header("If-Match", "The ETag that was read last. 412 if the resource has changed since."));
  return found;
}

function successResponse({ contract, ...docs }: Documented): Json {
  if (contract.output instanceof z.ZodNull) return { 204: { description: "Done; there is nothing to return." } };
  if (contract.download) {
    const content = Object.fromEntries(
      contract.download.content_types.map((type) => [type, { schema: { type: "string" } }]),
    );
    return { 200: { description: docs.summary, content } };
  }
  return {
    [contract.status ?? 200]: {
      description: docs.summary,
      content: {
        "application/json": { schema: jsonSchema(contract.output, "output"), example: docs.example.output },
      },
    },
  };
}

function errorResponses(contract: Contract): Json {
  const codes: ErrorCode[] = [...contract.errors, "too_many_requests", "internal_error", "overloaded", "unavailable"];
  if (contract.method !== "GET" && !contract.writes_nothing) codes.push("outcome_unknown");
  if (contract.access !== "public") codes.push("unauthenticated", "token_expired");
  if (contract.access !== "public" && contract.access !== "signed_in") codes.push("forbidden");
  if (pathParams(contract.path).length > 0) codes.push("not_found");
  codes.push("invalid_input");
  if (contract.method === "PATCH") codes.push("malformed_header");
  if (contract.upload) codes.push("unsupported_media_type", "payload_too_large");
  else if (contract.method === "POST" || contract.method === "PATCH")
    codes.push("malformed_body", "unsupported_media_type", "payload_too_large");
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set(codes))
    byStatus.set(errorCatalogue[code][0], [...(byStatus.get(errorCatalogue[code][0]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.map((code) => `\`${code}\`: ${errorCatalogue[code][1]}`).join(" "),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

const problemSchema: Json = {
  type: "object",
  description: "RFC 9457 problem details. `code` never changes its meaning; `detail` says what to do.",
  required: ["type", "title", "status", "code", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: Object.keys(errorCatalogue) },
    detail: { type: "string" },
    instance: { type: "string", description: "The requested path. Omitted in a 404 of an operation." },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "message"],
        properties: { field: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};
