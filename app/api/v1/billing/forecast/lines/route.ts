import { listForecastLines } from "@/lib/domain/memberships/forecast";
import { route } from "@/lib/kernel/route";

export const GET = route(listForecastLines);
