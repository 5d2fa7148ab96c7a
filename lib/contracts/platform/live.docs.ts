import { documented } from "@/lib/contracts/documented";
import * as live from "./live";

export const liveDocs = documented(live, {
  streamLive: {
    summary: "Follow occupancy and visits as server-sent events",
    description:
      "Events: `occupancy`, `visit` (staff only), `import` (who may import), `notice` (the signed-in colleague's own) and `refresh`. The stream begins with the occupancy of each location it covers and the number of unread notices; after a disconnect connect again and read what you show once more. It ends when the session does.",
    example: { input: {}, output: { toResponse: () => new Response() } },
  },
});
