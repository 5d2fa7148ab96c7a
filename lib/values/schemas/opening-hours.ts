import { z } from "zod";
import type { HoursWindow, OpeningHours } from "@/lib/values/opening-hours";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "Write the time as 06:00 or 22:30" });

const hoursWindow: z.ZodType<HoursWindow, HoursWindow> = z.strictObject({ opens: timeOfDay, closes: timeOfDay });

const hoursOfDay = z.union([z.literal("24h"), z.array(hoursWindow).max(6)]).optional();

export const openingHours = z.strictObject({
  mon: hoursOfDay,
  tue: hoursOfDay,
  wed: hoursOfDay,
  thu: hoursOfDay,
  fri: hoursOfDay,
  sat: hoursOfDay,
  sun: hoursOfDay,
}) satisfies z.ZodType<OpeningHours>;
