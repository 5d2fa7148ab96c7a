import type { Caller } from "@/lib/kernel/caller";
import { env } from "@/lib/kernel/env";
import { notFound } from "@/lib/kernel/errors";

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

/** Mails open accounts: they are shown in the demo, to a developer, and to whoever sits at the very machine. */
export function isOutboxReadable(caller: Pick<Caller, "ip">): boolean {
  const { FITFLOW_DEMO, NODE_ENV, PUBLIC_URL } = env();
  if (FITFLOW_DEMO === "1" || NODE_ENV === "development") return true;
  return isLoopback(new URL(PUBLIC_URL).hostname) && isLoopback(caller.ip ?? "");
}

export function refuseStrangers(caller: Caller): void {
  if (!isOutboxReadable(caller)) throw notFound();
}
