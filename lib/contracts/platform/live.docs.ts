import { documented } from "@/lib/contracts/documented";
import * as live from "./live";

export const liveDocs = documented(live, {
  streamLive: {
    summary: "Stream occupancy and visits as server-sent events",
    description:
      "Events: `occupancy`, `visit` (staff only), `import` (callers who may import), `notice` (the signed-in staff member's own) and `refresh`. The stream starts with the occupancy of each covered location and the number of unread notices. After a disconnect, reconnect and reload the displayed data. The stream ends with the session.",
    example: { input: {}, output: { toResponse: () => new Response() } },
  },
});
