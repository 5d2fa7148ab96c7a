import { freezeOwnMembership } from "@/lib/domain/memberships";
import { route } from "@/lib/kernel/route";

export const POST = route(freezeOwnMembership);
