import { archivePlan, getPlan, updatePlan } from "@/lib/domain/memberships/plans";
import { route } from "@/lib/kernel/route";

export const GET = route(getPlan);
export const PATCH = route(updatePlan);
export const DELETE = route(archivePlan);
