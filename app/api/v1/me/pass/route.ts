import { getOwnPass } from "@/lib/domain/access/passes";
import { route } from "@/lib/kernel/route";

export const GET = route(getOwnPass);
