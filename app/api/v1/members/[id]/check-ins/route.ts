import { listMemberCheckIns } from "@/lib/domain/access/check-ins";
import { route } from "@/lib/kernel/route";

export const GET = route(listMemberCheckIns);
