import { exportDunning } from "@/lib/domain/dunning";
import { route } from "@/lib/kernel/route";

export const GET = route(exportDunning);
