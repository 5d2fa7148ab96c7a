import { archiveMember, getMember, updateMember } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const GET = route(getMember);
export const PATCH = route(updateMember);
export const DELETE = route(archiveMember);
