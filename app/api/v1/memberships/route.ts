import { listMemberships, sellMembership } from "@/lib/domain/memberships";
import { route } from "@/lib/kernel/route";

export const GET = route(listMemberships);
export const POST = route(sellMembership);
