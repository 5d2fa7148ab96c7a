import { previewTemplate } from "@/lib/domain/message-templates";
import { route } from "@/lib/kernel/route";

export const POST = route(previewTemplate);
