import { createInvitation, listInvitations } from "@/lib/domain/staff";
import { route } from "@/lib/kernel/route";

export const GET = route(listInvitations);
export const POST = route(createInvitation);
