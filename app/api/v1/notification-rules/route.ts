import { listMessageRules } from "@/lib/domain/messages/templates";
import { route } from "@/lib/kernel/route";

export const GET = route(listMessageRules);
