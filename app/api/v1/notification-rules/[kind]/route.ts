import { updateMessageRule } from "@/lib/domain/message-templates";
import { route } from "@/lib/kernel/route";

export const PATCH = route(updateMessageRule);
