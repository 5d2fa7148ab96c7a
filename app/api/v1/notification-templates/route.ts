import { listTemplates } from "@/lib/domain/message-templates";
import { route } from "@/lib/kernel/route";

export const GET = route(listTemplates);
