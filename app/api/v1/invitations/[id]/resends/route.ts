import { resendInvitation } from "@/lib/domain/team";
import { route } from "@/lib/kernel/route";

export const POST = route(resendInvitation);
