import { z } from "zod";
import { listAddress, readAddress } from "@/lib/client/list-address";
import type { Input } from "@/lib/contracts/contract";
import { listOf } from "@/lib/contracts/fields";
import type { listMessages } from "@/lib/contracts/messages/notifications";
import { calendarDay } from "@/lib/values/calendar-day";
import { channel, loggedKind, messageCategory, messageState } from "@/lib/values/notifications";

const shape = {
  q: z.string().trim().max(100),
  state: listOf(messageState),
  channel,
  kind: loggedKind,
  category: messageCategory,
  member: z.uuid(),
  bulk: z.uuid(),
  from: calendarDay,
  to: calendarDay,
  cursor: z.string().max(500),
};

export type MessageQuery = { [name in keyof typeof shape]?: z.output<(typeof shape)[name]> | undefined };

export const readMessageQuery = (raw: Record<string, string | string[] | undefined>): MessageQuery =>
  readAddress(shape, raw);

/** The URL of the message list with these filters. */
export const messagesHref = (base: string, query: MessageQuery): string => listAddress(base, query);

/** The input of the API. */
export function toMessageInput({ q, state, channel, kind, category, member, bulk, from, to, cursor }: MessageQuery) {
  const input: Input<typeof listMessages> = {
    ...(q && { q }),
    ...(state && { state }),
    ...(channel && { channel }),
    ...(kind && { kind }),
    ...(category && { category }),
    ...(member && { member_id: member }),
    ...(bulk && { bulk_id: bulk }),
    ...(from && { from_on: from }),
    ...(to && { to_on: to }),
    ...(cursor && { cursor }),
  };
  return input;
}
