import { getMemberLogin, inviteMember } from "@/lib/domain/identity/member-invitations";
import { route } from "@/lib/kernel/route";

export const GET = route(getMemberLogin);
export const POST = route(inviteMember);
