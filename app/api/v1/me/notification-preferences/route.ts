import { getOwnPreferences, updateOwnPreferences } from "@/lib/domain/messages/contacts";
import { route } from "@/lib/kernel/route";

export const GET = route(getOwnPreferences);
export const PATCH = route(updateOwnPreferences);
