import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, instantOut, text, version } from "@/lib/contracts/fields";
import { memberFilters } from "./member-fields";

const tag = "Member segments";
const errors = ["invalid_input", "already_exists"] as const;

const filters = z
  .strictObject(memberFilters)
  .refine((given) => Object.values(given).some((value) => value !== undefined && value !== ""), {
    error: "Give at least one filter",
  });

export const segment = z.object({
  id,
  name: z.string(),
  filters: z.record(z.string(), z.unknown()),
  /** Up to 1,000; null unless it was asked for. */
  members: z.object({ count: z.int(), is_capped: z.boolean() }).nullable(),
  created_at: instantOut,
  version,
});

const exampleFilters = { status: ["active" as const], last_visit_before: "2026-02-01" };
const example = {
  id: "0197f0a0-0000-7000-8000-000000000301",
  name: "Quiet since February",
  filters: exampleFilters,
  members: null,
  created_at: "2026-03-05T06:42:00.000Z",
  version: 1,
};

export const listSegments = contract({
  id: "member_segments.list",
  scope: "shared",
  method: "GET",
  path: "/api/v1/member-segments",
  access: "members.read",
  tag,
  summary: "List the saved segments by name",
  input: z.strictObject({ with_counts: flag.default(false) }),
  output: z.object({ data: z.array(segment) }),
  errors: [],
  example: {
    input: { with_counts: true },
    output: { data: [{ ...example, members: { count: 31, is_capped: false } }] },
  },
});

export const getSegment = contract({
  id: "member_segments.get",
  scope: "shared",
  method: "GET",
  path: "/api/v1/member-segments/{id}",
  access: "members.read",
  tag,
  summary: "Read one segment",
  input: z.strictObject({ id }),
  output: segment,
  errors: ["not_found"],
  example: { input: { id: example.id }, output: example },
});

export const createSegment = contract({
  id: "member_segments.create",
  scope: "organization",
  method: "POST",
  path: "/api/v1/member-segments",
  access: "members.write",
  tag,
  summary: "Save filters of the member list under a name",
  input: z.strictObject({ name: text(60), filters }),
  output: segment,
  status: 201,
  errors,
  example: { input: { name: example.name, filters: exampleFilters }, output: example },
});

export const updateSegment = contract({
  id: "member_segments.update",
  scope: "organization",
  method: "PATCH",
  path: "/api/v1/member-segments/{id}",
  access: "members.write",
  tag,
  summary: "Rename a segment or change its filters",
  input: z.strictObject({ id, name: text(60).optional(), filters: filters.optional() }),
  output: segment,
  errors: [...errors, "not_found", "version_conflict"],
  example: {
    input: { id: example.id, name: "Quiet since the winter" },
    output: { ...example, name: "Quiet since the winter", version: 2 },
  },
});

export const deleteSegment = contract({
  id: "member_segments.delete",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/member-segments/{id}",
  access: "members.write",
  tag,
  summary: "Delete a segment; its members stay as they are",
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found"],
  example: { input: { id: example.id }, output: null },
});
