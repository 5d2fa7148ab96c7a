import { getOwnPass } from "@/lib/domain/passes";
import { route } from "@/lib/kernel/route";

export const GET = route(getOwnPass);
