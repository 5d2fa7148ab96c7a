import { documented } from "@/lib/contracts/documented";
import * as memberSegments from "./member-segments";

const exampleFilters = { status: ["active" as const], last_visit_before: "2026-02-01" };

const example = {
  id: "0197f0a0-0000-7000-8000-000000000301",
  name: "Quiet since February",
  filters: exampleFilters,
  members: null,
  created_at: "2026-03-05T06:42:00.000Z",
  version: 1,
};

export const memberSegmentsDocs = documented(memberSegments, {
  listSegments: {
    summary: "List saved segments by name",
    example: {
      input: { with_counts: true },
      output: { data: [{ ...example, members: { count: 31, is_capped: false } }] },
    },
  },

  getSegment: {
    summary: "Retrieve a segment",
    example: { input: { id: example.id }, output: example },
  },

  createSegment: {
    summary: "Create a segment from filters of the member list",
    example: { input: { name: example.name, filters: exampleFilters }, output: example },
  },

  updateSegment: {
    summary: "Update the name or the filters of a segment",
    example: {
      input: { id: example.id, name: "Quiet since the winter" },
      output: { ...example, name: "Quiet since the winter", version: 2 },
    },
  },

  deleteSegment: {
    summary: "Delete a segment; its members are not changed",
    example: { input: { id: example.id }, output: null },
  },
});
