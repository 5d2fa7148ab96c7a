import { documented } from "@/lib/contracts/documented";
import * as passes from "./passes";

export const passesDocs = documented(passes, {
  getOwnPass: {
    summary: "Get the passes for the next ten minutes",
    description:
      "Each pass is valid for one entry within one minute. Show it for the first half of that minute. The passes follow each other without a gap, so that a phone without a connection can continue to show a valid pass. Measure time from `now`, not from the phone's clock.",
    example: {
      input: {},
      output: {
        now: "2026-03-05T06:42:00.000Z",
        passes: [
          {
            text: "BAAB2C3D4E5F6G7H",
            shown_from: "2026-03-05T06:42:00.000Z",
            shown_until: "2026-03-05T06:42:30.000Z",
            expires_at: "2026-03-05T06:43:00.000Z",
          },
        ],
      },
    },
  },
});
