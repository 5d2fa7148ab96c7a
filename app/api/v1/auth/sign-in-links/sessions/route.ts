import { openSessionByLink } from "@/lib/domain/identity";
import { route } from "@/lib/kernel/route";

export const POST = route(openSessionByLink);
