import { documented } from "@/lib/contracts/documented";
import * as audit from "./audit";

export const auditDocs = documented(audit, {
  listAudit: {
    summary: "List the entries of the activity log, newest first",
    description:
      "Every write creates one entry. Entries cannot be changed or deleted. `action` is a full action (`members.update`) or a resource (`members`).",
    example: {
      input: { action: "locations.update" },
      output: {
        data: [
          {
            id: "0197f0a0-0000-7000-8000-0000000000d1",
            at: "2026-03-05T06:42:00.000Z",
            actor_type: "user",
            actor_id: "0197f0a0-0000-7000-8000-0000000000b2",
            actor_name: "Ingrid Solberg",
            action: "locations.update",
            target_type: "location",
            target_id: "0197f0a0-0000-7000-8000-000000000001",
            target_name: "Fitzroy",
            before: { capacity: 140 },
            after: { capacity: 160 },
            reason: null,
            ip: "203.0.113.7",
            request_id: "0197f0a0-0000-7000-8000-0000000000d2",
          },
        ],
        next_cursor: null,
      },
    },
  },
});
