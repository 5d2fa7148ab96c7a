import type { GatewayVendor } from "@/lib/values/gateways";
import { payOrigins } from "@/lib/values/pay-origins";
import { processState } from "./process-state";

type FindVendors = (page: PayPage) => Promise<readonly GatewayVendor[]>;

/** A page that shows a gateway's form: what names the gym. */
export type PayPage = { payment_link: string } | { method_link: string } | { slug: string };

// The domain registers itself when the process starts: proxy.ts is a bundle of its own and loads no domain.
const registered = processState<{ find: FindVendors | null }>("pay-pages", () => ({ find: null }));

/** From here on the vendors of a pay page are asked from `find`, which never fails. */
export function registerPayPages(find: FindVendors): void {
  registered.find = find;
}

/** Null: the page shows no gateway's form. */
function payPageOf(pathname: string): PayPage | null {
  const parts = pathname.split("/").slice(1).map(decoded);
  const [first, second = "", third = "", , fifth] = parts;
  if (first === "pay" && parts.length === 2) return { payment_link: second };
  if (first === "pay" && second === "method" && parts.length === 3) return { method_link: third };
  if (first !== "me") return null;
  if (third === "invoices" && fifth === "pay" && parts.length === 5) return { slug: second };
  return third === "methods" && parts[3] === "new" && parts.length === 4 ? { slug: second } : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export type PayOrigins = { scripts: string[]; frames: string[]; connections: string[] };

const none: PayOrigins = { scripts: [], frames: [], connections: [] };

/** The origins that this page opens to: those of the gym's own gateway, and none on any other page. */
export async function payOriginsOf(pathname: string): Promise<PayOrigins> {
  const page = payPageOf(pathname);
  if (!page || !registered.find) return none;
  const vendors = [...new Set(await registered.find(page))];
  const all = (name: keyof PayOrigins) => vendors.flatMap((vendor) => [...payOrigins[vendor][name]]);
  return { scripts: all("scripts"), frames: all("frames"), connections: all("connections") };
}
