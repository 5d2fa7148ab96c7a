import { previewTemplate } from "@/lib/domain/messages/templates";
import { route } from "@/lib/kernel/route";

export const POST = route(previewTemplate);
