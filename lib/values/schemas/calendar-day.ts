import { z } from "zod";

export const calendarDay = z.iso.date({ error: "Enter a valid date, as 2026-03-08" });
