import { updateSchedule } from "@/lib/domain/schedules";
import { route } from "@/lib/kernel/route";

export const PATCH = route(updateSchedule);
