import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, page, pageOf, text } from "@/lib/contracts/fields";
import { memberTag } from "@/lib/values/member-tag";
import { type MemberStatus, memberStatuses } from "@/lib/values/statuses";
import { member, memberFilters, memberInput, memberRow } from "./member-fields";

const tag = "Members";
const errors = ["invalid_input", "already_exists", "conflict"] as const;
export const memberSorts = ["name", "-name", "joined", "-joined", "last_visit", "-last_visit", "ends"] as const;

const total = z.object({ count: z.int(), is_capped: z.boolean() });

const byStatus = z.object(
  Object.fromEntries(memberStatuses.map((name) => [name, z.int()])) as Record<MemberStatus, z.ZodInt>,
);

export const listMembers = contract({
  id: "members.list",
  scope: "location",
  method: "GET",
  path: "/api/v1/members",
  access: "members.read",
  tag,
  input: z.strictObject({
    ...memberFilters,
    sort: z.enum(memberSorts).default("name"),
    with_total: flag.default(false),
    ...page,
  }),
  output: pageOf(memberRow).extend({ total: total.nullable() }),
  errors: ["malformed_cursor", "invalid_input"],
});

export const countMembers = contract({
  id: "members.count",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/counts",
  access: "members.read",
  tag,
  input: z.strictObject({ location_id: id.optional() }),
  /** `current` sums the statuses of current members: active, trial, expiring and overdue. */
  output: z.object({ all: z.int(), current: z.int(), by_status: byStatus }),
  errors: ["not_found"],
});

export const getMember = contract({
  id: "members.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}",
  access: "members.read",
  tag,
  input: z.strictObject({ id }),
  output: member,
  errors: ["not_found"],
});

export const createMember = contract({
  id: "members.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/members",
  access: "members.write",
  tag,
  input: z.strictObject(memberInput).partial().required({ first_name: true }),
  output: member,
  status: 201,
  errors: [...errors, "location_required"],
});

export const updateMember = contract({
  id: "members.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/members/{id}",
  access: "members.write",
  tag,
  input: z.strictObject(memberInput).partial().extend({ id }),
  output: member,
  errors: [...errors, "not_found", "version_conflict"],
});

export const archiveMember = contract({
  id: "members.archive",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/members/{id}",
  access: "members.archive",
  tag,
  input: z.strictObject({ id }),
  output: member,
  errors: ["not_found", "in_use"],
});

export const restoreMember = contract({
  id: "members.restore",
  scope: "location",
  method: "POST",
  path: "/api/v1/members/{id}/restorations",
  access: "members.archive",
  tag,
  input: z.strictObject({ id }),
  output: member,
  status: 201,
  errors: ["not_found"],
});

const many = z.array(id).min(1, "Choose at least one member").max(100, "Choose at most 100 members");

/** One for each member, in the order of the request. A refusal changes nothing of this member and does not stop the others. */
const outcomes = z.object({
  data: z.array(
    z.object({
      id,
      outcome: z.enum(["done", "unchanged", "refused"]),
      /** Why it was refused, as the operation on one member would say it. */
      refusal: z.object({ code: z.string(), detail: z.string() }).nullable(),
    }),
  ),
});

export const archiveMembers = contract({
  id: "members.archive_many",
  scope: "location",
  method: "POST",
  path: "/api/v1/members/archivals",
  access: "members.archive",
  tag,
  input: z.strictObject({ ids: many }),
  output: outcomes,
  errors: ["invalid_input"],
});

export const tagMembers = contract({
  id: "members.tag_many",
  scope: "location",
  method: "POST",
  path: "/api/v1/members/taggings",
  access: "members.write",
  tag,
  input: z.strictObject({
    ids: many,
    add: z.array(memberTag).max(30).default([]),
    remove: z.array(memberTag).max(30).default([]),
  }),
  output: outcomes,
  errors: ["invalid_input"],
});

export const banMember = contract({
  id: "members.ban",
  scope: "location",
  method: "POST",
  path: "/api/v1/members/{id}/bans",
  access: "members.ban",
  tag,
  input: z.strictObject({ id, reason: text(500) }),
  output: member,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
});

export const liftBan = contract({
  id: "members.lift_ban",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/members/{id}/bans/current",
  access: "members.ban",
  tag,
  input: z.strictObject({ id }),
  output: member,
  errors: ["not_found"],
});

export const exportMembers = contract({
  id: "members.export",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/export",
  access: "members.export",
  tag,
  input: z.strictObject(memberFilters),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["text/csv"] },
  errors: [],
});

export const listMemberTags = contract({
  id: "members.list_tags",
  scope: "location",
  method: "GET",
  path: "/api/v1/member-tags",
  access: "members.read",
  tag,
  input: z.strictObject({}),
  output: z.object({ data: z.array(z.object({ tag: z.string(), members: z.int() })) }),
  errors: [],
});
