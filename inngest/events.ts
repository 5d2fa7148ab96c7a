import { type EventType, eventType } from "inngest";
import { z } from "zod";
import type { EventDefinition, EventPayload } from "@/lib/kernel/events";

/** As a function receives it: the verb's payload, and the organization that it happened in. */
export type EventData<Event extends EventDefinition> = EventPayload<Event> & { organization_id: string };

type Schema<Event extends EventDefinition> = z.ZodType<EventData<Event>, EventData<Event>>;

/** A function is triggered by `on(memberCreated)`; its `event.data` is then typed and checked. */
export function on<Event extends EventDefinition>({ name, payload }: Event): EventType<Event["name"], Schema<Event>> {
  const schema = payload.extend({ organization_id: z.uuid() });
  return eventType(name, { schema: schema as never }) as unknown as EventType<Event["name"], Schema<Event>>;
}
