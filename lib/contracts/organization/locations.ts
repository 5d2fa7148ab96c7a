import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { count, flag, id, instantOut, text, version } from "@/lib/contracts/fields";
import { currencyCode } from "@/lib/values/money";
import { openingHours } from "@/lib/values/opening-hours";
import { timeZone } from "@/lib/values/wall-time";

export const location = z.object({
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

const example = {
  id: "0197f0a0-0000-7000-8000-000000000001",
  name: "Fitzroy",
  time_zone: "Australia/Melbourne",
  currency: "AUD",
  capacity: 140,
  opening_hours: { mon: [{ opens: "05:00", closes: "23:00" }], sat: "24h" as const },
  week_starts_on: 1,
  address: "12 Smith Street",
  phone: null,
  archived_at: null,
  version: 1,
};

export const listLocations = contract({
  id: "locations.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/locations",
  access: "locations.read",
  tag: "Locations",
  summary: "List the locations that the caller reaches",
  input: z.strictObject({ include_archived: flag.default(false) }),
  output: z.object({ data: z.array(location) }),
  errors: [],
  example: { input: {}, output: { data: [example] } },
});

export const getLocation = contract({
  id: "locations.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/locations/{id}",
  access: "locations.read",
  tag: "Locations",
  summary: "Read one location",
  input: z.strictObject({ id }),
  output: location,
  errors: ["not_found"],
  example: { input: { id: example.id }, output: example },
});

export const createLocation = contract({
  id: "locations.create",
  scope: "organization",
  method: "POST",
  path: "/api/v1/locations",
  access: "locations.write",
  tag: "Locations",
  summary: "Open a location",
  input: z.strictObject(fields).partial(optionalOnCreate),
  output: location,
  status: 201,
  errors,
  example: {
    input: { name: "Fitzroy", time_zone: "Australia/Melbourne", currency: "AUD", opening_hours: { mon: "24h" } },
    output: example,
  },
});

export const updateLocation = contract({
  id: "locations.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/locations/{id}",
  access: "locations.write",
  tag: "Locations",
  summary: "Change a location",
  input: z.strictObject(fields).partial().extend({ id }),
  output: location,
  errors: [...errors, "version_conflict"],
  example: { input: { id: example.id, capacity: 160 }, output: { ...example, capacity: 160, version: 2 } },
});

export const archiveLocation = contract({
  id: "locations.archive",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/locations/{id}",
  access: "locations.write",
  tag: "Locations",
  summary: "Archive a location; its history stays",
  input: z.strictObject({ id }),
  output: location,
  errors: ["not_found", "in_use"],
  example: { input: { id: example.id }, output: { ...example, archived_at: "2026-03-05T06:42:00.000Z", version: 2 } },
});
