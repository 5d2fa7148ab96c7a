import { withdrawOwnCancellation } from "@/lib/domain/memberships";
import { route } from "@/lib/kernel/route";

export const DELETE = route(withdrawOwnCancellation);
