import { and, eq } from "drizzle-orm";
import { messages, outboxMails } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/outbox";
import { outgoingOf } from "@/lib/domain/messages/notifications";
import { renderedMail } from "@/lib/domain/messages/providers";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { findKept } from "./find-kept";
import { bind, keptMail, keptMessage, keptOfMail, keptOfMessage } from "./kept";
import { gymsOf } from "./list";

type Gyms = Awaited<ReturnType<typeof gymsOf>>;

export const readOutbox = operation(
  contracts.readOutbox,
  async ({ db, prepared }: Ctx<Gyms>, { id }) => {
    const [mail] = await db
      .select()
      .from(outboxMails)
      .where(and(keptMail, eq(outboxMails.id, id)));
    if (mail) return { ...keptOfMail(mail), link: null, html: null };
    const [found] = await findKept(
      db,
      prepared.map((gym) => gym.id),
      { id, limit: 1 },
    );
    const gym = prepared.find((one) => one.id === found?.organization_id);
    if (!gym) throw notFound();
    await bind(db, gym.id);
    const [row] = await db
      .select()
      .from(messages)
      .where(and(keptMessage(gym), eq(messages.id, id)));
    if (!row) throw notFound();
    const html = row.channel === "email" ? (await renderedMail(gym, outgoingOf(row, gym))).html : null;
    return { ...keptOfMessage(row, gym.name), link: row.link, html };
  },
  { prepare: gymsOf },
);
