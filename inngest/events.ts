import { type EventType, eventType } from "inngest";
import { z } from "zod";
import type { EventDefinition, EventPayload } from "@/lib/kernel/events";

/** The payload as a function receives it: with the organization. */
export type EventData<Event extends EventDefinition> = EventPayload<Event> & { organization_id: string };

type Schema<Event extends EventDefinition> = z.ZodType<EventData<Event>, EventData<Event>>;

/** A trigger such as `on(memberCreated)`. `event.data` is typed and validated. */
export function on<Event extends EventDefinition>({ name, payload }: Event): EventType<Event["name"], Schema<Event>> {
  const schema = payload.extend({ organization_id: z.uuid() });
  return eventType(name, { schema: schema as never }) as unknown as EventType<Event["name"], Schema<Event>>;
}
