import { listAudit } from "@/lib/domain/platform/audit";
import { route } from "@/lib/kernel/route";

export const GET = route(listAudit);
