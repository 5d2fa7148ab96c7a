import { changeFreezeEnd, removeFreeze } from "@/lib/domain/memberships";
import { route } from "@/lib/kernel/route";

export const PATCH = route(changeFreezeEnd);
export const DELETE = route(removeFreeze);
