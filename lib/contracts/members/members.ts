import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, page, pageOf, text } from "@/lib/contracts/fields";
import { type MemberStatus, memberStatuses } from "@/lib/values/statuses";
import { member, memberFilters, memberInput, memberRow } from "./member-fields";

const tag = "Members";
const errors = ["invalid_input", "already_exists", "conflict"] as const;
export const memberSorts = ["name", "-name", "joined", "-joined", "last_visit", "-last_visit"] as const;

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
  errors: ["malformed_cursor"],
});

export const countMembers = contract({
  id: "members.count",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/counts",
  access: "members.read",
  tag,
  input: z.strictObject({ location_id: id.optional() }),
  output: z.object({ all: z.int(), by_status: byStatus }),
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
