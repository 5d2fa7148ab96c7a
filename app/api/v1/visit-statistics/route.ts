import { getVisitStatistics } from "@/lib/domain/access/visit-statistics";
import { route } from "@/lib/kernel/route";

export const GET = route(getVisitStatistics);
