import { notFound } from "next/navigation";
import { visitorCaller } from "@/app/page-caller";
import { isOutboxReadable } from "@/lib/domain/messages/outbox";
import type { Caller } from "@/lib/kernel/caller";

/** Whoever may look into the outbox; to everybody else there is none. */
export async function outboxReader(): Promise<Caller> {
  const caller = await visitorCaller();
  if (!isOutboxReadable(caller)) notFound();
  return caller;
}

const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

export const whenOf = (instant: string): string => `${format.format(Date.parse(instant))} UTC`;
