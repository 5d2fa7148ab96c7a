import { inviteMembers } from "@/lib/domain/identity/member-invitations";
import { route } from "@/lib/kernel/route";

export const POST = route(inviteMembers);
