import { contracts } from "@/lib/contracts";

/** Routes below /api without a contract. `*` matches one segment, `**` the rest of the path. */
export const pathsWithoutContract: Readonly<Record<string, readonly string[]>> = {
  "/api/openapi.json": ["GET"],
  "/api/health/live": ["GET"],
  "/api/health/ready": ["GET"],
  "/api/auth/**": ["GET", "POST"],
  "/api/inngest": ["GET", "POST", "PUT"],
  "/api/webhooks/resend/*": ["POST"],
  "/api/webhooks/sendgrid/*": ["POST"],
  "/api/webhooks/twilio/*": ["POST"],
};

type PathNode = { methods: Set<string>; children: Map<string, PathNode> };

const newNode = (): PathNode => ({ methods: new Set(), children: new Map() });

function addPath(root: PathNode, path: string, methods: readonly string[]): void {
  let node = root;
  for (const segment of path.split("/")) {
    const next = node.children.get(segment) ?? newNode();
    node.children.set(segment, next);
    node = next;
  }
  for (const method of methods) node.methods.add(method);
}

function find({ methods, children }: PathNode, [segment, ...rest]: readonly string[]): ReadonlySet<string> | undefined {
  if (segment === undefined) return methods.size > 0 ? methods : undefined;
  const exact = children.get(segment);
  const wildcard = segment === "" ? undefined : children.get("*");
  return (exact && find(exact, rest)) ?? (wildcard && find(wildcard, rest)) ?? children.get("**")?.methods;
}

let root: PathNode | undefined;

function pathTree(): PathNode {
  if (root) return root;
  root = newNode();
  for (const { path, method } of contracts) addPath(root, path.replace(/\{\w+\}/g, "*"), [method]);
  for (const [path, methods] of Object.entries(pathsWithoutContract)) addPath(root, path, methods);
  return root;
}

/** The methods of an API path, as listed in the `Allow` header; null for an unknown path. */
export function allowedMethods(pathname: string): string[] | null {
  const methods = find(pathTree(), pathname.replace(/\/$/, "").split("/"));
  if (!methods) return null;
  return [...methods, ...(methods.has("GET") ? ["HEAD"] : []), "OPTIONS"].sort();
}
