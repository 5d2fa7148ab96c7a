import { me } from "@/lib/domain/identity";
import { route } from "@/lib/kernel/route";

export const GET = route(me);
