import { checkOut } from "@/lib/domain/access/check-ins";
import { route } from "@/lib/kernel/route";

export const POST = route(checkOut);
