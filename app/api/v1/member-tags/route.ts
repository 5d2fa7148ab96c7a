import { listMemberTags } from "@/lib/domain/members";
import { route } from "@/lib/kernel/route";

export const GET = route(listMemberTags);
