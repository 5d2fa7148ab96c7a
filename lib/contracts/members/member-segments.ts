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

const segment = z.object({
  id,
  name: z.string(),
  filters: z.record(z.string(), z.unknown()),
  /** At most 1,000; null unless requested. */
  members: z.object({ count: z.int(), is_capped: z.boolean() }).nullable(),
  created_at: instantOut,
  version,
});

export const listSegments = contract({
  id: "member_segments.list",
  scope: "shared",
  method: "GET",
  path: "/api/v1/member-segments",
  access: "members.read",
  tag,
  input: z.strictObject({ with_counts: flag.default(false) }),
  output: z.object({ data: z.array(segment) }),
  errors: [],
});

export const getSegment = contract({
  id: "member_segments.get",
  scope: "shared",
  method: "GET",
  path: "/api/v1/member-segments/{id}",
  access: "members.read",
  tag,
  input: z.strictObject({ id }),
  output: segment,
  errors: ["not_found"],
});

export const createSegment = contract({
  id: "member_segments.create",
  scope: "organization",
  method: "POST",
  path: "/api/v1/member-segments",
  access: "members.write",
  tag,
  input: z.strictObject({ name: text(60), filters }),
  output: segment,
  status: 201,
  errors,
});

export const updateSegment = contract({
  id: "member_segments.update",
  scope: "organization",
  method: "PATCH",
  path: "/api/v1/member-segments/{id}",
  access: "members.write",
  tag,
  input: z.strictObject({ id, name: text(60).optional(), filters: filters.optional() }),
  output: segment,
  errors: [...errors, "not_found", "version_conflict"],
});

export const deleteSegment = contract({
  id: "member_segments.delete",
  scope: "organization",
  method: "DELETE",
  path: "/api/v1/member-segments/{id}",
  access: "members.write",
  tag,
  input: z.strictObject({ id }),
  output: z.null(),
  errors: ["not_found"],
});
