import { z } from "zod";
import { occupancyLevels } from "@/lib/values/occupancy";

export const occupancyLevel = z.enum(occupancyLevels);
