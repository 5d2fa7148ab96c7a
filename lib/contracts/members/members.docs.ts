import { documented } from "@/lib/contracts/documented";
import { exampleId, exampleMember, exampleRow } from "./member-fields.docs";
import * as members from "./members";

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
      "`q` finds members by name, e-mail, phone or number; every word of it must be found, in any order, whatever the accents. `status` is as of today at each member's home location; `last_visit_before` also finds those who never came. A sort with a minus runs downwards. With `with_total` the answer also counts all that match, up to 10,000.",
    example: {
      input: { q: "tesfaye", status: ["active"] },
      output: { data: [exampleRow], next_cursor: null, total: null },
    },
  },

  countMembers: {
    summary: "Count members by status",
    description: "Archived members are not counted.",
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
  },

  getMember: {
    summary: "Read one member",
    description: "An archived member stays readable.",
    example: { input: { id: exampleId }, output: exampleMember },
  },

  createMember: {
    summary: "Add a member",
    description:
      "Only `first_name` must be given: a child or a walk-in may have no e-mail. Without `home_location_id` the oldest location that the caller reaches becomes the home, and without `joined_on` the member joined today by its clock. A phone number that no numbering plan knows is stored with `is_phone_known: false`. When the e-mail is taken, the answer names the holder in `member_id` if the caller may see them.",
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
    summary: "Change a member",
    example: {
      input: { id: exampleId, tags: ["Evening lifters", "Knee"] },
      output: { ...exampleMember, tags: ["Evening lifters", "Knee"], version: 2 },
    },
  },

  archiveMember: {
    summary: "Archive a member; the history stays",
    description: "Refused while a membership is running, because its billing would continue.",
    example: {
      input: { id: exampleId },
      output: { ...exampleMember, archived_at: "2026-03-05T06:42:00.000Z", version: 2 },
    },
  },

  restoreMember: {
    summary: "Bring an archived member back",
    example: { input: { id: exampleId }, output: { ...exampleMember, version: 3 } },
  },

  banMember: {
    summary: "Ban a member from every location",
    description: "The reason is for the team; the desk tells the member only to speak to the manager.",
    example: { input: { id: exampleId, reason: "Threatened another member" }, output: banned },
  },

  liftBan: {
    summary: "Lift a member's ban",
    example: { input: { id: exampleId }, output: { ...exampleMember, version: 3 } },
  },

  exportMembers: {
    summary: "Download members as CSV",
    description:
      "Takes the filters of the list and holds the rows that the list would show. UTF-8 with a byte order mark; a cell that a spreadsheet would take for a formula begins with an apostrophe. Health answers are never part of it. The export is audited.",
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
