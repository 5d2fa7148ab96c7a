import { acceptMemberInvitation, readMemberInvitation } from "@/lib/domain/identity/member-invitations";
import { route } from "@/lib/kernel/route";

export const GET = route(readMemberInvitation);
export const POST = route(acceptMemberInvitation);
