import { contracts } from "@/lib/contracts";
import { PathTree } from "./path-tree";

/** Routes below /api without a contract. `*` matches one segment, `**` the rest of the path. */
export const pathsWithoutContract: Readonly<Record<string, readonly string[]>> = {
  "/api/openapi.json": ["GET"],
  "/api/health/live": ["GET"],
  "/api/health/ready": ["GET"],
  "/api/auth/**": ["GET", "POST"],
  "/api/inngest": ["GET", "POST", "PUT"],
  "/api/webhooks/razorpay/*": ["POST"],
  "/api/webhooks/resend/*": ["POST"],
  "/api/webhooks/sendgrid/*": ["POST"],
  "/api/webhooks/stripe/*": ["POST"],
  "/api/webhooks/twilio/*": ["POST"],
};

let tree: PathTree<Set<string>> | undefined;

function methodsByPath(): PathTree<Set<string>> {
  if (tree) return tree;
  const methods = new PathTree<Set<string>>();
  const add = (path: string, added: readonly string[]) =>
    methods.set(path, (current) => new Set([...(current ?? []), ...added]));
  for (const { path, method } of contracts) add(withWildcards(path), [method]);
  for (const [path, added] of Object.entries(pathsWithoutContract)) add(path, added);
  tree = methods;
  return methods;
}

/** /api/v1/members/{id} becomes /api/v1/members/* */
export const withWildcards = (path: string): string => path.replace(/\{\w+\}/g, "*");

/** The methods of an API path, as listed in the `Allow` header; null for an unknown path. */
export function allowedMethods(pathname: string): string[] | null {
  const methods = methodsByPath().find(pathname);
  if (!methods) return null;
  return [...methods, ...(methods.has("GET") ? ["HEAD"] : []), "OPTIONS"].sort();
}
