import { removeOwnFreeze } from "@/lib/domain/memberships";
import { route } from "@/lib/kernel/route";

export const DELETE = route(removeOwnFreeze);
