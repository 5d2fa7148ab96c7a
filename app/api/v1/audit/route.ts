import { listAudit } from "@/lib/domain/audit";
import { route } from "@/lib/kernel/route";

export const GET = route(listAudit);
