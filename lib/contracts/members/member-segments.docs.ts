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
    summary: "List the saved segments by name",
    example: {
      input: { with_counts: true },
      output: { data: [{ ...example, members: { count: 31, is_capped: false } }] },
    },
  },

  getSegment: {
    summary: "Read one segment",
    example: { input: { id: example.id }, output: example },
  },

  createSegment: {
    summary: "Save filters of the member list under a name",
    example: { input: { name: example.name, filters: exampleFilters }, output: example },
  },

  updateSegment: {
    summary: "Rename a segment or change its filters",
    example: {
      input: { id: example.id, name: "Quiet since the winter" },
      output: { ...example, name: "Quiet since the winter", version: 2 },
    },
  },

  deleteSegment: {
    summary: "Delete a segment; its members stay as they are",
    example: { input: { id: example.id }, output: null },
  },
});
