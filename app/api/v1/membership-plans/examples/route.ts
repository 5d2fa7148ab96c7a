import { examplesOfPlan } from "@/lib/domain/memberships/plans";
import { route } from "@/lib/kernel/route";

export const POST = route(examplesOfPlan);
