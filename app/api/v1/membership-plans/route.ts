import { createPlan, listPlans } from "@/lib/domain/memberships/plans";
import { route } from "@/lib/kernel/route";

export const GET = route(listPlans);
export const POST = route(createPlan);
