import type { Contract } from "@/lib/contracts/contract";
import { pathParams } from "@/lib/contracts/contract";
import { type ApiRequest, type ResponseParts, toResponse } from "./api-message";
import { authenticate, organizationParameter, requestFacts } from "./authenticate";
import { invalid, Problem } from "./errors";
import type { Operation, RequestOptions } from "./operation";
import { clearSiteDataHeaders, problemParts, securityHeaders } from "./problem-response";
import { consumeRateLimit, limitRejectedRequests } from "./rate-limit";
import { readJsonBody } from "./request-body";
import { redirectToHttps, transportHeaders } from "./transport";
import { tooLarge, uploadFrom } from "./upload";

/** `serve` is for the API server, which needs no standard Request and Response. */
export type Route<C extends Contract> = ((request: Request) => Promise<Response>) & {
  contract: C;
  serve: (request: ApiRequest) => Promise<ResponseParts | Response>;
};

/** Maps a Web Request to a Response through the operation. Independent of the framework. */
export function route<C extends Contract>(operation: Operation<C>): Route<C> {
  const { contract } = operation;
  const readParams = paramsReader(contract.path);
  const serve = async (request: ApiRequest): Promise<ResponseParts | Response> => {
    const redirect = redirectToHttps(request);
    if (redirect) return redirect;
    let request_id = "";
    try {
      const caller = await authenticate(request, { is_public: contract.access === "public" }).catch(async (error) => {
        const facts = requestFacts(request);
        request_id = facts.request_id;
        if (error instanceof Problem) await limitRejectedRequests(facts.ip);
        throw error;
      });
      request_id = caller.request_id;
      const limits = await consumeRateLimit(caller);
      const options = requestOptions(request, contract);
      const result = await operation.execute(caller, await inputOf(request, contract, readParams), options);
      return partsOf(contract, result, { "x-request-id": request_id, ...limits });
    } catch (error) {
      return problemParts(error, request_id, isNotFound(error) ? null : request.url);
    }
  };
  const respond = async (request: Request): Promise<Response> => {
    const answer = await serve(request);
    return answer instanceof Response ? answer : toResponse(answer);
  };
  return Object.assign(respond, { contract, serve });
}

const isNotFound = (error: unknown): boolean => error instanceof Problem && error.code === "not_found";

function requestOptions(request: ApiRequest, contract: Contract): RequestOptions {
  const options: RequestOptions = {};
  const key = request.headers.get("idempotency-key");
  if (key !== null) {
    if (!/^[\x21-\x7e]{1,200}$/.test(key))
      throw new Problem("invalid_input", "Idempotency-Key takes 1 to 200 printable characters.");
    options.idempotency_key = key;
  }
  const match = request.headers.get("if-match");
  if (match !== null && match !== "*") {
    const tag = /^(?:W\/)?"([\x21\x23-\x7e]*)"$/.exec(match.trim())?.[1];
    if (tag === undefined) throw new Problem("malformed_header", "If-Match takes the ETag that was read last.");
    if (!/^\d{1,15}$/.test(tag))
      throw new Problem("version_conflict", "This is another version. Reload it and repeat your change.");
    options.if_match = Number(tag);
  }
  if (contract.upload) options.upload = uploadOf(request, contract.upload);
  return options;
}

function uploadOf(request: ApiRequest, { content_types, max_bytes }: NonNullable<Contract["upload"]>) {
  const content_type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!content_types.includes(content_type)) {
    throw new Problem(
      "unsupported_media_type",
      `Send the file as the body, with Content-Type ${content_types.join(" or ")}.`,
    );
  }
  if (Number(request.headers.get("content-length") ?? 0) > max_bytes) throw tooLarge(max_bytes);
  if (!request.body) throw new Problem("malformed_body", "Send the file as the request body.");
  return uploadFrom(request.body, content_type, max_bytes);
}

/** Path parameters override the body, and the body overrides the query. */
async function inputOf(
  request: ApiRequest,
  contract: Contract,
  readParams: ParamsReader,
): Promise<Record<string, unknown>> {
  const url = new URL(request.url);
  const input: Record<string, unknown> = {};
  if (contract.method === "GET" && !(organizationParameter in contract.input.shape)) {
    url.searchParams.delete(organizationParameter);
  }
  // Assigning to __proto__ would change the prototype.
  if (url.searchParams.has("__proto__")) throw invalid("__proto__", "is not a field of this request");
  for (const name of new Set(url.searchParams.keys())) input[name] = url.searchParams.getAll(name).join(",");
  const takesBody = contract.method !== "GET" && contract.method !== "DELETE" && !contract.upload;
  if (takesBody) Object.assign(input, await readJsonBody(request));
  return Object.assign(input, readParams(url.pathname));
}

type ParamsReader = (pathname: string) => Record<string, string>;

function paramsReader(template: string): ParamsReader {
  const names = pathParams(template);
  if (names.length === 0) return () => ({});
  const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, "([^/]+)")}/?$`);
  return (pathname) => {
    const values = pattern.exec(pathname)?.slice(1) ?? [];
    return Object.fromEntries(names.map((name, index) => [name, decoded(values[index] ?? "")]));
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Problem("not_found");
  }
}

type Result = { output: unknown; status: number; replayed: boolean };

function partsOf(
  contract: Contract,
  { output, status, replayed }: Result,
  headers: Record<string, string>,
): ResponseParts | Response {
  const all: Record<string, string> = { ...securityHeaders, ...transportHeaders(), ...headers };
  if (replayed) all["idempotency-replayed"] = "true";
  if (contract.ends_session) Object.assign(all, clearSiteDataHeaders);
  if (contract.download) return (output as DownloadOutput).toResponse(all);
  if (output === null) return { status: 204, headers: all, body: null };
  const version = (output as { version?: unknown }).version;
  if (typeof version === "number") all.etag = `"${version}"`;
  return { status, headers: { "content-type": "application/json", ...all }, body: JSON.stringify(output) };
}

/** The output of a verb with a `download` contract. */
type DownloadOutput = { toResponse(headers: Record<string, string>): Response };
