import { revokeInvitation } from "@/lib/domain/team";
import { route } from "@/lib/kernel/route";

export const DELETE = route(revokeInvitation);
