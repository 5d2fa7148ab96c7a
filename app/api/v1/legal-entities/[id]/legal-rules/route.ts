import { putLegalRules } from "@/lib/domain/billing/entities";
import { route } from "@/lib/kernel/route";

export const PUT = route(putLegalRules);
