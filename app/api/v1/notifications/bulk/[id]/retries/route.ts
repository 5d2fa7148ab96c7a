import { retryBulk } from "@/lib/domain/bulk-messages";
import { route } from "@/lib/kernel/route";

export const POST = route(retryBulk);
