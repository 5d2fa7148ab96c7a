import { changePayer } from "@/lib/domain/memberships";
import { route } from "@/lib/kernel/route";

export const PUT = route(changePayer);
