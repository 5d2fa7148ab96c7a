import { previewBulk } from "@/lib/domain/messages/bulk";
import { route } from "@/lib/kernel/route";

export const POST = route(previewBulk);
