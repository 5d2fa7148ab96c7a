import { getLinkReceipt } from "@/lib/domain/gateways/links";
import { route } from "@/lib/kernel/route";

export const GET = route(getLinkReceipt);
