import { getBulk } from "@/lib/domain/bulk-messages";
import { route } from "@/lib/kernel/route";

export const GET = route(getBulk);
