import { revokeInvitation } from "@/lib/domain/staff";
import { route } from "@/lib/kernel/route";

export const DELETE = route(revokeInvitation);
