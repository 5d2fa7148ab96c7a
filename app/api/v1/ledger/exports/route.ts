import { exportLedger } from "@/lib/domain/billing/ledger";
import { route } from "@/lib/kernel/route";

export const GET = route(exportLedger);
