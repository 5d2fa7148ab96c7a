import { restorePlan } from "@/lib/domain/plans";
import { route } from "@/lib/kernel/route";

export const POST = route(restorePlan);
