import type { Caller } from "@/lib/kernel/caller";
import { env } from "@/lib/kernel/env";
import { notFound } from "@/lib/kernel/errors";
import { isLoopbackUrl } from "@/lib/kernel/loopback";

type Reader = Pick<Caller, "is_local" | "is_super_admin">;

/** True for a browser on the machine of a server that only listens to itself, as with `npm run up`. */
export const isAtThisMachine = ({ is_local }: Pick<Reader, "is_local">): boolean =>
  is_local === true && isLoopbackUrl(env().PUBLIC_URL);

/** Mails open accounts: from elsewhere only the platform's administrators read them. */
export const isOutboxReadable = (caller: Reader): boolean => isAtThisMachine(caller) || caller.is_super_admin;

export function refuseStrangers(caller: Caller): void {
  if (!isOutboxReadable(caller)) throw notFound();
}
