import { getTillReport } from "@/lib/domain/billing/till";
import { route } from "@/lib/kernel/route";

export const GET = route(getTillReport);
