import { contracts } from "@/lib/contracts";

/** What is served below /api without a contract. `*` takes one segment, `**` the rest. */
export const otherAddresses: Readonly<Record<string, readonly string[]>> = {
  "/api/openapi.json": ["GET"],
  "/api/health/live": ["GET"],
  "/api/health/ready": ["GET"],
  "/api/auth/**": ["GET", "POST"],
  "/api/inngest": ["GET", "POST", "PUT"],
  "/api/webhooks/resend/*": ["POST"],
  "/api/webhooks/sendgrid/*": ["POST"],
  "/api/webhooks/twilio/*": ["POST"],
};

type Branch = { methods: Set<string>; named: Map<string, Branch> };

const newBranch = (): Branch => ({ methods: new Set(), named: new Map() });

function plant(root: Branch, path: string, methods: readonly string[]): void {
  let branch = root;
  for (const segment of path.split("/")) {
    const next = branch.named.get(segment) ?? newBranch();
    branch.named.set(segment, next);
    branch = next;
  }
  for (const method of methods) branch.methods.add(method);
}

function find({ methods, named }: Branch, [segment, ...rest]: readonly string[]): ReadonlySet<string> | undefined {
  if (segment === undefined) return methods.size > 0 ? methods : undefined;
  const exact = named.get(segment);
  const any = segment === "" ? undefined : named.get("*");
  return (exact && find(exact, rest)) ?? (any && find(any, rest)) ?? named.get("**")?.methods;
}

let grown: Branch | undefined;

function tree(): Branch {
  if (grown) return grown;
  grown = newBranch();
  for (const { path, method } of contracts) plant(grown, path.replace(/\{\w+\}/g, "*"), [method]);
  for (const [path, methods] of Object.entries(otherAddresses)) plant(grown, path, methods);
  return grown;
}

/** The methods that an address of the API takes, as `Allow` lists them; null for an address that does not exist. */
export function methodsAt(pathname: string): string[] | null {
  const methods = find(tree(), pathname.replace(/\/$/, "").split("/"));
  if (!methods) return null;
  return [...methods, ...(methods.has("GET") ? ["HEAD"] : []), "OPTIONS"].sort();
}
