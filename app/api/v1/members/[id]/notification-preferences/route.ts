import { getPreferences, updatePreferences } from "@/lib/domain/messages/contacts";
import { route } from "@/lib/kernel/route";

export const GET = route(getPreferences);
export const PATCH = route(updatePreferences);
