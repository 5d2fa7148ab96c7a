import { z } from "zod";
import { entryOutcomes, entryReasons, entryWarnings } from "@/lib/values/entry-reasons";

export const entryReason = z.enum(entryReasons);
export const entryWarningCode = z.enum(entryWarnings);
export const entryOutcome = z.enum(entryOutcomes);
