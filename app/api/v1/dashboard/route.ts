import { getDashboard } from "@/lib/domain/dashboard";
import { route } from "@/lib/kernel/route";

export const GET = route(getDashboard);
