import { resetTemplate, saveTemplate } from "@/lib/domain/messages/templates";
import { route } from "@/lib/kernel/route";

export const PUT = route(saveTemplate);
export const DELETE = route(resetTemplate);
