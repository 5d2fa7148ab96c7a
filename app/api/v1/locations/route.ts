import { createLocation, listLocations } from "@/lib/domain/organization/locations";
import { route } from "@/lib/kernel/route";

export const GET = route(listLocations);
export const POST = route(createLocation);
