import { listMemberCheckIns } from "@/lib/domain/check-ins";
import { route } from "@/lib/kernel/route";

export const GET = route(listMemberCheckIns);
