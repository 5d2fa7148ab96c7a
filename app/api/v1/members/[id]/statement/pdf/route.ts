import { getStatementPdf } from "@/lib/domain/billing/credits";
import { route } from "@/lib/kernel/route";

export const GET = route(getStatementPdf);
