import { createLocation } from "@/lib/contracts/organization/locations";

export const locationShape = createLocation.input.required();
