import type { z } from "zod";

/** A kind of event. Each area declares its own in its `events.ts`. */
export type EventDefinition<Payload extends z.ZodObject = z.ZodObject> = {
  /** What has happened: area/noun.verbed */
  name: `${string}/${string}.${string}`;
  /** What the event carries beside its organization. */
  payload: Payload;
};

export type EventPayload<Event extends EventDefinition> = z.output<Event["payload"]>;

/** One event as it is stored in the outbox. */
export type DomainEvent = { name: EventDefinition["name"]; payload: Record<string, unknown> };

export function defineEvent<Payload extends z.ZodObject>(
  name: EventDefinition["name"],
  payload: Payload,
): EventDefinition<Payload> {
  return { name, payload };
}

export function eventOf<Event extends EventDefinition>({ name }: Event, payload: EventPayload<Event>): DomainEvent {
  return { name, payload };
}
