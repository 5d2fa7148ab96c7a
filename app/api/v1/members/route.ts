import { createMember, listMembers } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const GET = route(listMembers);
export const POST = route(createMember);
