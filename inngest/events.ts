import { type EventType, eventType } from "inngest";
import { z } from "zod";
import { type EventName, type EventPayload, eventPayloads } from "@/lib/kernel/events";

/** The payload as a function receives it: with the organization. */
export type EventData<Name extends EventName> = EventPayload<Name> & { organization_id: string };

type Schema<Name extends EventName> = z.ZodType<EventData<Name>, EventData<Name>>;

/** A trigger such as `on("members/member.created")`. `event.data` is typed and validated. */
export function on<Name extends EventName>(name: Name): EventType<Name, Schema<Name>> {
  const schema = eventPayloads[name].extend({ organization_id: z.uuid() });
  return eventType(name, { schema: schema as never }) as unknown as EventType<Name, Schema<Name>>;
}
