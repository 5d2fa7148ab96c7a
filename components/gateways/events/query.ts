import { z } from "zod";
import { parseListQuery } from "@/lib/client/list-url";
import { listOf } from "@/lib/contracts/fields";
import { gatewayVendors, webhookStatuses } from "@/lib/values/gateways";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const shape = {
  status: listOf(z.enum(webhookStatuses)),
  vendor: z.enum(gatewayVendors),
  /** The beginning of the type. */
  q: z.string().trim().max(100),
  from: calendarDay,
  to: calendarDay,
  cursor: z.string().max(2_000),
};

/** The filters of the log of events, as its address has them. */
export type EventQuery = { [Name in keyof typeof shape]?: z.output<(typeof shape)[Name]> | undefined };

export const readEventQuery = (params: Record<string, string | string[] | undefined>): EventQuery =>
  parseListQuery(shape, params);
