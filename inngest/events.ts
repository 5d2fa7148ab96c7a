import { type EventType, eventType } from "inngest";
import { z } from "zod";
import { type EventName, type EventPayload, eventPayloads } from "@/lib/kernel/events";

/** As a function receives it: the verb's payload, and the organization that it happened in. */
export type EventData<Name extends EventName> = EventPayload<Name> & { organization_id: string };

type Schema<Name extends EventName> = z.ZodType<EventData<Name>, EventData<Name>>;

/** A function is triggered by `on("members/member.created")`; its `event.data` is then typed and checked. */
export function on<Name extends EventName>(name: Name): EventType<Name, Schema<Name>> {
  const schema = eventPayloads[name].extend({ organization_id: z.uuid() });
  return eventType(name, { schema: schema as never }) as unknown as EventType<Name, Schema<Name>>;
}
