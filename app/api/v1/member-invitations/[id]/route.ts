import { getInvitationBatch } from "@/lib/domain/identity/member-invitations";
import { route } from "@/lib/kernel/route";

export const GET = route(getInvitationBatch);
