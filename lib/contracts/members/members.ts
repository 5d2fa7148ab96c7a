import { z } from "zod";
import { contract } from "@/lib/contracts/contract";
import { flag, id, page, pageOf, text } from "@/lib/contracts/fields";
import { type MemberStatus, memberStatuses } from "@/lib/values/statuses";
import { exampleId, exampleMember, exampleRow, member, memberFilters, memberInput, memberRow } from "./member-fields";

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
  summary: "List and search members",
  description:
    "`q` finds members by name, e-mail, phone or number; every word of it must be found, in any order, whatever the accents. `status` is as of today at each member's home location; `last_visit_before` also finds those who never came. A sort with a minus runs downwards. With `with_total` the answer also counts all that match, up to 10,000.",
  input: z.strictObject({
    ...memberFilters,
    sort: z.enum(memberSorts).default("name"),
    with_total: flag.default(false),
    ...page,
  }),
  output: pageOf(memberRow).extend({ total: total.nullable() }),
  errors: ["malformed_cursor"],
  example: {
    input: { q: "tesfaye", status: ["active" as const] },
    output: { data: [exampleRow], next_cursor: null, total: null },
  },
});

export const countMembers = contract({
  id: "members.count",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/counts",
  access: "members.read",
  tag,
  summary: "Count members by status",
  description: "Archived members are left out.",
  input: z.strictObject({ location_id: id.optional() }),
  output: z.object({ all: z.int(), by_status: byStatus }),
  errors: ["not_found"],
  example: {
    input: {},
    output: {
      all: 1284,
      by_status: {
        active: 1102,
        trial: 15,
        frozen: 27,
        expiring: 36,
        overdue: 19,
        expired: 61,
        cancelled: 14,
        none: 10,
      },
    },
  },
});

export const getMember = contract({
  id: "members.get",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/{id}",
  access: "members.read",
  tag,
  summary: "Read one member",
  description: "An archived member stays readable.",
  input: z.strictObject({ id }),
  output: member,
  errors: ["not_found"],
  example: { input: { id: exampleId }, output: exampleMember },
});

export const createMember = contract({
  id: "members.create",
  scope: "location",
  method: "POST",
  path: "/api/v1/members",
  access: "members.write",
  tag,
  summary: "Add a member",
  description:
    "Only `first_name` must be given: a child or a walk-in may have no e-mail. Without `home_location_id` the oldest location that the caller reaches becomes the home, and without `joined_on` the member joined today by its clock. A phone number that no numbering plan knows is stored with `is_phone_known: false`. When the e-mail is taken, the answer names the holder in `member_id` if the caller may see them.",
  input: z.strictObject(memberInput).partial().required({ first_name: true }),
  output: member,
  status: 201,
  errors: [...errors, "location_required"],
  example: {
    input: { email: "member@example.com", first_name: "John", last_name: "Doe", phone: "+1234567890" },
    output: {
      ...exampleMember,
      first_name: "John",
      last_name: "Doe",
      email: "member@example.com",
      phone: "+1234567890",
      is_phone_known: false,
      photo_url: null,
    },
  },
});

export const updateMember = contract({
  id: "members.update",
  scope: "location",
  method: "PATCH",
  path: "/api/v1/members/{id}",
  access: "members.write",
  tag,
  summary: "Change a member",
  input: z.strictObject(memberInput).partial().extend({ id }),
  output: member,
  errors: [...errors, "not_found", "version_conflict"],
  example: {
    input: { id: exampleId, tags: ["Evening lifters", "Knee"] },
    output: { ...exampleMember, tags: ["Evening lifters", "Knee"], version: 2 },
  },
});

export const archiveMember = contract({
  id: "members.archive",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/members/{id}",
  access: "members.archive",
  tag,
  summary: "Archive a member; the history stays",
  description: "Refused while a membership runs that was not cancelled: it would go on billing unseen.",
  input: z.strictObject({ id }),
  output: member,
  errors: ["not_found", "in_use"],
  example: {
    input: { id: exampleId },
    output: { ...exampleMember, archived_at: "2026-03-05T06:42:00.000Z", version: 2 },
  },
});

export const restoreMember = contract({
  id: "members.restore",
  scope: "location",
  method: "POST",
  path: "/api/v1/members/{id}/restorations",
  access: "members.archive",
  tag,
  summary: "Bring an archived member back",
  input: z.strictObject({ id }),
  output: member,
  status: 201,
  errors: ["not_found"],
  example: { input: { id: exampleId }, output: { ...exampleMember, version: 3 } },
});

const banned = {
  ...exampleMember,
  banned_at: "2026-03-05T06:42:00.000Z",
  ban_reason: "Threatened another member",
  version: 2,
};

export const banMember = contract({
  id: "members.ban",
  scope: "location",
  method: "POST",
  path: "/api/v1/members/{id}/bans",
  access: "members.ban",
  tag,
  summary: "Ban a member from every location",
  description: "The reason is for the team; the desk tells the member only to speak to the manager.",
  input: z.strictObject({ id, reason: text(500) }),
  output: member,
  status: 201,
  errors: ["invalid_input", "not_found", "conflict"],
  example: { input: { id: exampleId, reason: "Threatened another member" }, output: banned },
});

export const liftBan = contract({
  id: "members.lift_ban",
  scope: "location",
  method: "DELETE",
  path: "/api/v1/members/{id}/bans/current",
  access: "members.ban",
  tag,
  summary: "Lift a member's ban",
  input: z.strictObject({ id }),
  output: member,
  errors: ["not_found"],
  example: { input: { id: exampleId }, output: { ...exampleMember, version: 3 } },
});

export const exportMembers = contract({
  id: "members.export",
  scope: "location",
  method: "GET",
  path: "/api/v1/members/export",
  access: "members.export",
  tag,
  summary: "Download members as CSV",
  description:
    "Takes the filters of the list and holds the rows that the list would show. UTF-8 with a byte order mark; a cell that a spreadsheet would take for a formula begins with an apostrophe. Health answers are never part of it. The export is audited.",
  input: z.strictObject(memberFilters),
  output: z.custom<{ toResponse(headers: Record<string, string>): Response }>(),
  download: { content_types: ["text/csv"] },
  errors: [],
  example: {
    input: { status: ["active" as const] },
    output: { toResponse: (headers) => new Response("number,first_name,last_name\r\n", { headers }) },
  },
});

export const listMemberTags = contract({
  id: "members.list_tags",
  scope: "location",
  method: "GET",
  path: "/api/v1/member-tags",
  access: "members.read",
  tag,
  summary: "List the tags in use",
  input: z.strictObject({}),
  output: z.object({ data: z.array(z.object({ tag: z.string(), members: z.int() })) }),
  errors: [],
  example: { input: {}, output: { data: [{ tag: "Evening lifters", members: 144 }] } },
});
