import { getOwnCancellation } from "@/lib/domain/memberships";
import { route } from "@/lib/kernel/route";

export const GET = route(getOwnCancellation);
