import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { Contract } from "@/lib/contracts/contract";
import { openApiDocument } from "@/lib/kernel/openapi";

type Described = { responses: Record<string, { content?: Record<string, { schema?: Record<string, unknown> }> }> };

const document = openApiDocument("http://127.0.0.1:3000") as { paths: Record<string, Record<string, Described>> };
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));

/** What a successful answer has that the published document does not promise, or lacks of it. */
export async function responseErrors(contract: Contract, response: Response): Promise<string[]> {
  const described = document.paths[contract.path]?.[contract.method.toLowerCase()];
  if (!described) return [`${contract.id} is not in the document`];
  const promise = described.responses[String(response.status)];
  if (!response.ok || !promise) return [`answered ${response.status}: ${await response.text()}`];
  if (response.status === 204) return [];
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  const schema = promise.content?.[type]?.schema;
  if (!schema) return [`answered with the media type ${type}, which is not promised`];
  if (contract.download) return [];
  const validate = ajv.compile(schema);
  return validate(await response.json())
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
