import { and, eq } from "drizzle-orm";
import { messages, outboxMails } from "@/db/schema";
import * as contracts from "@/lib/contracts/outbox";
import { renderedMail } from "@/lib/domain/message-providers";
import { outgoingOf } from "@/lib/domain/notifications";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
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
    for (const gym of prepared) {
      await bind(db, gym.id);
      const [row] = await db
        .select()
        .from(messages)
        .where(and(keptMessage(gym), eq(messages.id, id)));
      if (!row) continue;
      const html = row.channel === "email" ? (await renderedMail(gym, outgoingOf(row, gym))).html : null;
      return { ...keptOfMessage(row, gym.name), link: row.link, html };
    }
    throw notFound();
  },
  { prepare: gymsOf },
);
