import type { Caller } from "@/lib/kernel/caller";
import { env } from "@/lib/kernel/env";
import { notFound } from "@/lib/kernel/errors";
import { isLoopbackUrl } from "@/lib/kernel/loopback";

type Reader = Pick<Caller, "is_local" | "is_super_admin">;

/** Whether the request comes from this machine, and the server listens on loopback only, as with `npm run up`. */
export const isLocalCaller = ({ is_local }: Pick<Reader, "is_local">): boolean =>
  is_local === true && isLoopbackUrl(env().PUBLIC_URL);

/** Mails contain account links, so from elsewhere only super admins may read them. */
export const isOutboxReadable = (caller: Reader): boolean => isLocalCaller(caller) || caller.is_super_admin;

export function requireOutboxAccess(caller: Caller): void {
  if (!isOutboxReadable(caller)) throw notFound();
}
