import { getMembership, updateMembership } from "@/lib/domain/memberships";
import { route } from "@/lib/kernel/route";

export const GET = route(getMembership);
export const PATCH = route(updateMembership);
