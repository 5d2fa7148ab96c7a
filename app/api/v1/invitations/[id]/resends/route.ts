import { resendInvitation } from "@/lib/domain/staff";
import { route } from "@/lib/kernel/route";

export const POST = route(resendInvitation);
