import { getBulk } from "@/lib/domain/messages/bulk";
import { route } from "@/lib/kernel/route";

export const GET = route(getBulk);
