import { createInvitation, listInvitations } from "@/lib/domain/team";
import { route } from "@/lib/kernel/route";

export const GET = route(listInvitations);
export const POST = route(createInvitation);
