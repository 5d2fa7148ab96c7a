import { confirmTaxes } from "@/lib/domain/billing/entities";
import { route } from "@/lib/kernel/route";

export const POST = route(confirmTaxes);
