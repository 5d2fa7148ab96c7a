import { getOwnProfile, updateOwnProfile } from "@/lib/domain/me";
import { route } from "@/lib/kernel/route";

export const GET = route(getOwnProfile);
export const PATCH = route(updateOwnProfile);
