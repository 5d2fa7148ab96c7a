import { previewPriceRules } from "@/lib/domain/memberships/pricing";
import { route } from "@/lib/kernel/route";

export const POST = route(previewPriceRules);
