import { getGettingStarted, updateGettingStarted } from "@/lib/domain/insight/getting-started";
import { route } from "@/lib/kernel/route";

export const GET = route(getGettingStarted);
export const PATCH = route(updateGettingStarted);
