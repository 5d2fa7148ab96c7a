import { z } from "zod";
import { ingest } from "./ingest";

const eventsSchema = z.array(
  z.object({
    id: z.string().min(1).max(500).optional(),
    name: z.string().min(1),
    data: z.record(z.string(), z.unknown()).default({}),
    ts: z.int().optional(),
  }),
);

/** Replaces the Inngest server for the SDK: stores events, and supports nothing else. */
export async function embeddedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (request.method !== "POST" || !new URL(request.url).pathname.startsWith("/e/")) {
    return Response.json({ error: "The embedded executor accepts only events.", status: 501 }, { status: 501 });
  }
  const events = eventsSchema.safeParse(await request.json());
  if (!events.success) {
    return Response.json(
      { error: "An event needs a name, and its data must be an object.", status: 400 },
      { status: 400 },
    );
  }
  const ids = await ingest(events.data, request.headers.get("x-inngest-event-id-seed"));
  return Response.json({ ids, status: 200 });
}
