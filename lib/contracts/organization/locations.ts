import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, flag, id, instantOut, text, version } from "@/lib/contracts/fields";
import { currencyCode } from "@/lib/values/schemas/currency";
import { openingHours } from "@/lib/values/schemas/opening-hours";
import { timeZone } from "@/lib/values/schemas/wall-time";

const location = z.object({
  id,
  name: z.string(),
  time_zone: z.string(),
  currency: z.string(),
  capacity: z.int().nullable(),
  opening_hours: openingHours,
  week_starts_on: z.int(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  archived_at: instantOut.nullable(),
  version,
});

const fields = {
  name: text(80),
  time_zone: timeZone,
  currency: currencyCode,
  capacity: count(1, 100_000).nullable(),
  opening_hours: openingHours,
  week_starts_on: count(1, 7),
  address: text(300).nullable(),
  phone: text(30).nullable(),
};

const optionalOnCreate = { capacity: true, week_starts_on: true, address: true, phone: true } as const;
const errors = ["invalid_input", "forbidden", "not_found", "already_exists"] as const;

export const listLocations = contract({
  id: "locations.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/locations",
  access: "locations.read",
  tag: "Locations",
  input: z.strictObject({ include_archived: flag.default(false) }),
  output: z.object({ data: z.array(location) }),
  errors: [],
});

export const getLocation = contract({
  id: "locations.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/locations/{id}",
  access: "locations.read",
  tag: "Locations",
  input: z.strictObject({ id }),
  output: location,
  errors: ["not_found"],
});

export const createLocation = contract({
  id: "locations.create",
  scope: "organization",
  method: "POST",
  path: "/api/v1/locations",
  access: "locations.write",
  tag: "Locations",
  input: z.strictObject(fields).partial(optionalOnCreate),
  output: location,
  status: 201,
  errors,
});

export const updateLocation = contract({
  id: "locations.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/locations/{id}",
  access: "locations.write",
  tag: "Locations",
  input: z.strictObject(fields).partial().extend({ id }),
  output: location,
  errors: [...errors, "version_conflict"],
});

export const archiveLocation = contract({
  id: "locations.archive",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/locations/{id}",
  access: "locations.write",
  tag: "Locations",
  input: z.strictObject({ id }),
  output: location,
  errors: ["not_found", "in_use"],
});
