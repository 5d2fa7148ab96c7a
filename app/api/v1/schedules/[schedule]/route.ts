import { updateSchedule } from "@/lib/domain/platform/schedules";
import { route } from "@/lib/kernel/route";

export const PATCH = route(updateSchedule);
