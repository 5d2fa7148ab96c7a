import { archiveMembers } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const POST = route(archiveMembers);
