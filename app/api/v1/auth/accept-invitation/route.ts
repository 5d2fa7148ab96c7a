import { acceptInvitation, readInvitation } from "@/lib/domain/identity";
import { route } from "@/lib/kernel/route";

export const GET = route(readInvitation);
export const POST = route(acceptInvitation);
