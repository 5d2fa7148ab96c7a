import { documented } from "@/lib/contracts/documented";
import { exampleId, exampleMember, exampleRow } from "./member-fields.docs";
import * as members from "./members";

const refusedId = "0197f0a0-0000-7000-8000-000000000209";

const banned = {
  ...exampleMember,
  banned_at: "2026-03-05T06:42:00.000Z",
  ban_reason: "Threatened another member",
  version: 2,
};

export const membersDocs = documented(members, {
  listMembers: {
    summary: "List and search members",
    description:
      "`q` searches name, e-mail, phone and member number. All words must match, in any order; accents are ignored. `status` is the status on today's date at each member's home location. `last_visit_before` includes members without a visit. A sort with a leading minus is descending. `ends` sorts expiring members by their last day and needs `status=expiring`. `with_total` adds the number of matches, up to 10,000.",
    example: {
      input: { q: "tesfaye", status: ["active"] },
      output: { data: [exampleRow], next_cursor: null, total: null },
    },
  },

  countMembers: {
    summary: "Count members by status",
    description:
      "Archived members are excluded. `current` counts active, trial, expiring and overdue members: a membership runs and is not frozen.",
    example: {
      input: {},
      output: {
        all: 1284,
        current: 1172,
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
  },

  getMember: {
    summary: "Retrieve a member",
    description: "Archived members are included.",
    example: { input: { id: exampleId }, output: exampleMember },
  },

  createMember: {
    summary: "Create a member",
    description:
      "Only `first_name` is required: a child or a walk-in may have no e-mail address. `home_location_id` defaults to the oldest location that the caller can access. `joined_on` defaults to today at that location. A phone number that is not in any numbering plan is stored with `is_phone_known: false`. If another member has the same e-mail address, the error contains that member's `member_id`, provided that the caller can see the member.",
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
  },

  updateMember: {
    summary: "Update a member",
    example: {
      input: { id: exampleId, tags: ["Evening lifters", "Knee"] },
      output: { ...exampleMember, tags: ["Evening lifters", "Knee"], version: 2 },
    },
  },

  archiveMember: {
    summary: "Archive a member; the history remains",
    description:
      "Not allowed while the member has a current or future membership that is not cancelled, because it would continue to be billed.",
    example: {
      input: { id: exampleId },
      output: { ...exampleMember, archived_at: "2026-03-05T06:42:00.000Z", version: 2 },
    },
  },

  restoreMember: {
    summary: "Restore an archived member",
    example: { input: { id: exampleId }, output: { ...exampleMember, version: 3 } },
  },

  archiveMembers: {
    summary: "Archive several members",
    description:
      "Each member has its own outcome: `done`, `unchanged` for one that is archived already, or `refused` with the reason, such as a membership that still runs.",
    example: {
      input: { ids: [exampleId, refusedId] },
      output: {
        data: [
          { id: exampleId, outcome: "done", refusal: null },
          {
            id: refusedId,
            outcome: "refused",
            refusal: { code: "in_use", detail: "Full still runs. Cancel the membership, then archive the member." },
          },
        ],
      },
    },
  },

  tagMembers: {
    summary: "Add tags to several members, or remove them",
    description: "Each member has its own outcome. A tag that a member has already changes nothing.",
    example: {
      input: { ids: [exampleId], add: ["Evening lifters"] },
      output: { data: [{ id: exampleId, outcome: "done", refusal: null }] },
    },
  },

  banMember: {
    summary: "Ban a member from every location",
    description: "The reason is visible to staff only. The desk asks the member to speak to the manager.",
    example: { input: { id: exampleId, reason: "Threatened another member" }, output: banned },
  },

  liftBan: {
    summary: "Remove a member's ban",
    example: { input: { id: exampleId }, output: { ...exampleMember, version: 3 } },
  },

  exportMembers: {
    summary: "Export members as CSV",
    description:
      "Accepts the filters of the list and returns the same rows. The file is UTF-8 with a byte order mark. A cell that a spreadsheet would run as a formula is prefixed with an apostrophe. Health answers are never included. The export is recorded in the audit log.",
    example: {
      input: { status: ["active"] },
      output: { toResponse: (headers) => new Response("number,first_name,last_name\r\n", { headers }) },
    },
  },

  listMemberTags: {
    summary: "List the tags in use",
    example: { input: {}, output: { data: [{ tag: "Evening lifters", members: 144 }] } },
  },
});
