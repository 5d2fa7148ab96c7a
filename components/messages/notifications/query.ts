import { z } from "zod";
import { listUrl, parseListQuery } from "@/lib/client/list-url";
import type { Input } from "@/lib/contracts/contract";
import { listOf } from "@/lib/contracts/fields";
import type { listMessages } from "@/lib/contracts/messages/notifications";
import { calendarDay } from "@/lib/values/schemas/calendar-day";
import { channel, loggedKind, messageCategory, messageState } from "@/lib/values/schemas/notifications";

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
  parseListQuery(shape, raw);

/** A changed filter begins at the first page. */
export const messagesHref = (base: string, query: MessageQuery): string => listUrl(base, query);

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
