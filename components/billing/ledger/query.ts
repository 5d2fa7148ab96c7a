import { z } from "zod";
import { listUrl, parseListQuery } from "@/lib/client/list-url";
import { accounts } from "@/lib/values/billing";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const shape = {
  from: calendarDay,
  to: calendarDay,
  location_id: z.uuid(),
  legal_entity_id: z.uuid(),
  account: z.enum(accounts),
  invoice_id: z.uuid(),
  member_id: z.uuid(),
  cursor: z.string().max(500),
};

export type LedgerQuery = { [name in keyof typeof shape]?: z.output<(typeof shape)[name]> | undefined };

export const readLedgerQuery = (raw: Record<string, string | string[] | undefined>): LedgerQuery =>
  parseListQuery(shape, raw);

/** A changed filter begins at the first page. */
export const ledgerHref = (base: string, query: LedgerQuery): string => listUrl(base, query);
