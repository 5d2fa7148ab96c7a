import { revokeMemberInvitation } from "@/lib/domain/identity/member-invitations";
import { route } from "@/lib/kernel/route";

export const DELETE = route(revokeMemberInvitation);
