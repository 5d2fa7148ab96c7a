import { notFound } from "next/navigation";
import { visitorCaller } from "@/app/page-caller";
import { isOutboxReadable } from "@/lib/domain/messages/outbox";
import type { Caller } from "@/lib/kernel/caller";

/** The caller, if the outbox is readable for it. Answers 404 otherwise. */
export async function outboxReader(): Promise<Caller> {
  const caller = await visitorCaller();
  if (!isOutboxReadable(caller)) notFound();
  return caller;
}

const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

export const whenOf = (instant: string): string => `${format.format(Date.parse(instant))} UTC`;
