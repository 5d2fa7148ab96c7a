import { listOwnCheckIns } from "@/lib/domain/me";
import { route } from "@/lib/kernel/route";

export const GET = route(listOwnCheckIns);
