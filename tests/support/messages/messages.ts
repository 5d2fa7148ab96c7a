import { asc, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import { notify } from "@/lib/domain/messages/notifications";
import type { NotificationInput } from "@/lib/domain/messages/notifications/notify";
import { fixedClock } from "@/lib/kernel/clock";
import { type DomainEvent, eventOf } from "@/lib/kernel/events";
import type { MessageKind } from "@/lib/values/notifications";
import type { Gym } from "@/tests/support/gym/gym";

type GymRef = Pick<Gym, "organization" | "organization_id">;
export type Message = typeof messages.$inferSelect;

const inGym = ({ organization_id }: GymRef) => ({ organization_id, user_id: null });

/** A Thursday. */
export const noon = "2026-03-05T12:00:00Z";

/** What an operation would do, in a transaction of its own. */
export async function notifyMembers<Kind extends MessageKind>(
  gym: GymRef,
  kind: Kind,
  news: NotificationInput<Kind>[],
  at = noon,
) {
  const { organization, organization_id } = gym;
  const events: DomainEvent[] = [];
  const counts = await inTenant(inGym(gym), (db) =>
    notify(
      {
        db,
        organization,
        organization_id,
        now: fixedClock(at).now(),
        emit: (event, payload) => void events.push(eventOf(event, payload)),
      },
      kind,
      news,
    ),
  );
  return { counts, events };
}

/** In the order in which they were written. */
export const messagesOf = (gym: GymRef): Promise<Message[]> =>
  inTenant(inGym(gym), (db) =>
    db.select().from(messages).where(eq(messages.organization_id, gym.organization_id)).orderBy(asc(messages.id)),
  );
