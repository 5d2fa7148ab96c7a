import { archiveLocation, getLocation, updateLocation } from "@/lib/domain/organization/locations";
import { route } from "@/lib/kernel/route";

export const GET = route(getLocation);
export const PATCH = route(updateLocation);
export const DELETE = route(archiveLocation);
