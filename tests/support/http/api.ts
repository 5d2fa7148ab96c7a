import { type Contract, type Input, type Output, pathParams } from "@/lib/contracts/contract";
import { recordStatements } from "@/tests/support/database/statements";

type Handler = (request: Request) => Promise<Response>;
type RouteModule = Partial<Record<Contract["method"], Handler>>;

const modules = import.meta.glob<RouteModule>("/app/api/v1/**/route.ts");

export function routeFile(contract: Contract): string {
  return `/app${contract.path.replace(/\{(\w+)\}/g, "[$1]")}/route.ts`;
}

export async function handlerOf(contract: Contract): Promise<Handler | undefined> {
  return (await modules[routeFile(contract)]?.())?.[contract.method];
}

export const routeFiles = (): string[] => Object.keys(modules);
export const loadRoute = (file: string): Promise<RouteModule> | undefined => modules[file]?.();

type Terms = { token?: string; headers?: Record<string, string>; body?: BodyInit };

/** The HTTP request that the contract's input makes, as a client would send it. */
export function requestOf(
  contract: Contract,
  input: Record<string, unknown>,
  { token, headers = {}, body }: Terms = {},
): Request {
  const inPath = pathParams(contract.path);
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.entries(input).filter(([name, value]) => !inPath.includes(name) && value !== undefined);
  const url = new URL(path, "http://127.0.0.1:3000");
  const init: RequestInit & { duplex?: "half" } = { method: contract.method, headers: { ...headers } };
  const all = init.headers as Record<string, string>;
  if (token) all.authorization = `Bearer ${token}`;
  if (body !== undefined || contract.upload) {
    all["content-type"] ??= contract.upload?.content_types[0] ?? "application/json";
    init.body = body ?? "x";
    if (contract.upload) for (const [name, value] of rest) url.searchParams.set(name, String(value));
  } else if (contract.method === "GET" || contract.method === "DELETE") {
    for (const [name, value] of rest) url.searchParams.set(name, String(value));
  } else {
    all["content-type"] ??= "application/json";
    init.body = JSON.stringify(Object.fromEntries(rest));
  }
  return new Request(url, init);
}

let sendToServer: ((request: Request) => Promise<Response>) | null = null;

/** Sends the requests of this file to a server from here on; null: to the functions of the route files. */
export function sendThrough(server: typeof sendToServer): void {
  sendToServer = server;
}

export async function send(contract: Contract, input: Record<string, unknown>, terms: Terms = {}): Promise<Response> {
  if (sendToServer) return sendToServer(requestOf(contract, input, terms));
  const handler = await handlerOf(contract);
  if (!handler) throw new Error(`${routeFile(contract)} does not export ${contract.method}`);
  return recordStatements(() => handler(requestOf(contract, input, terms)));
}

/** Sends and expects success; returns the parsed body. */
export async function call<C extends Contract>(contract: C, input: Input<C>, terms: Terms = {}): Promise<Output<C>> {
  const response = await send(contract, input as Record<string, unknown>, terms);
  const text = await response.text();
  if (!response.ok) throw new Error(`${contract.id} answered ${response.status}: ${text}`);
  return (text === "" ? null : JSON.parse(text)) as Output<C>;
}

/** Sends and expects a problem document; returns its status and code. */
export async function refusal(contract: Contract, input: Record<string, unknown>, terms: Terms = {}) {
  const response = await send(contract, input, terms);
  const body = (await response.json()) as {
    code?: string;
    detail?: string;
    errors?: { field: string; message: string }[];
  };
  return { status: response.status, ...body };
}
