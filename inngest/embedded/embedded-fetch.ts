import { z } from "zod";
import { ingest } from "./ingest";

const sent = z.array(
  z.object({
    id: z.string().min(1).max(500).optional(),
    name: z.string().min(1),
    data: z.record(z.string(), z.unknown()).default({}),
    ts: z.int().optional(),
  }),
);

/** Answers the SDK in the place of an Inngest server: events are kept, and there is nothing else to ask for. */
export async function embeddedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (request.method !== "POST" || !new URL(request.url).pathname.startsWith("/e/")) {
    return Response.json(
      { error: "The embedded executor takes events and nothing else.", status: 501 },
      { status: 501 },
    );
  }
  const events = sent.safeParse(await request.json());
  if (!events.success) {
    return Response.json({ error: "An event needs a name, and data that is an object.", status: 400 }, { status: 400 });
  }
  const ids = await ingest(events.data, request.headers.get("x-inngest-event-id-seed"));
  return Response.json({ ids, status: 200 });
}
