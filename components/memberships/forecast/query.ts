import { z } from "zod";
import { listUrl, parseListQuery } from "@/lib/client/list-url";
import { lineKinds } from "@/lib/values/billing";
import { forecastRisks } from "@/lib/values/forecast";
import { calendarDay } from "@/lib/values/schemas/calendar-day";

const shape = {
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  location_id: z.uuid(),
  currency: z.string().length(3),
  by: z.enum(["plan", "day"]),
  plan_name: z.string().max(200),
  kind: z.enum(lineKinds),
  type: z.enum(["recurring", "one_off"]),
  risk: z.enum([...forecastRisks, "any"]),
  bill_on: calendarDay,
  sort: z.enum(["day", "member"]),
  cursor: z.string().max(800),
};

export type ForecastQuery = { [name in keyof typeof shape]?: z.output<(typeof shape)[name]> | undefined };

export const readForecastQuery = (raw: Record<string, string | string[] | undefined>): ForecastQuery =>
  parseListQuery(shape, raw);

export const forecastHref = (base: string, query: ForecastQuery): string => listUrl(base, query);
