import { documented } from "@/lib/contracts/documented";
import * as locations from "./locations";

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

export const locationsDocs = documented(locations, {
  listLocations: {
    summary: "List the locations that the caller can access",
    example: { input: {}, output: { data: [example] } },
  },

  getLocation: {
    summary: "Retrieve a location",
    example: { input: { id: example.id }, output: example },
  },

  createLocation: {
    summary: "Create a location",
    example: {
      input: { name: "Fitzroy", time_zone: "Australia/Melbourne", currency: "AUD", opening_hours: { mon: "24h" } },
      output: example,
    },
  },

  updateLocation: {
    summary: "Update a location",
    example: { input: { id: example.id, capacity: 160 }, output: { ...example, capacity: 160, version: 2 } },
  },

  archiveLocation: {
    summary: "Archive a location; its history remains",
    example: { input: { id: example.id }, output: { ...example, archived_at: "2026-03-05T06:42:00.000Z", version: 2 } },
  },
});
