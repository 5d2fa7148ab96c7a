import { updateMessageRule } from "@/lib/domain/messages/templates";
import { route } from "@/lib/kernel/route";

export const PATCH = route(updateMessageRule);
