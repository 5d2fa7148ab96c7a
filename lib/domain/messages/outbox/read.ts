import { and, eq } from "drizzle-orm";
import { messages, outboxMails } from "@/db/schema";
import * as contracts from "@/lib/contracts/messages/outbox";
import { attachmentsOf, outgoingOf, withSecrets } from "@/lib/domain/messages/notifications";
import { renderedMail } from "@/lib/domain/messages/providers";
import { systemCaller } from "@/lib/kernel/caller";
import { notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import { bindOrganization, entryOfMail, entryOfMessage, isLocalMail, isLocalMessage } from "./entries";
import { findKeys } from "./find-keys";
import { readableGyms } from "./list";

type Gyms = Awaited<ReturnType<typeof readableGyms>>;

export const readOutbox = operation(
  contracts.readOutbox,
  async (ctx: Ctx<Gyms>, { id }) => {
    const { db, prepared } = ctx;
    const [mail] = await db
      .select()
      .from(outboxMails)
      .where(and(isLocalMail, eq(outboxMails.id, id)));
    if (mail) return { ...entryOfMail(mail), link: null, html: null, attachments: [] };
    const [found] = await findKeys(
      db,
      prepared.map((gym) => gym.id),
      { id, limit: 1 },
    );
    const gym = prepared.find((one) => one.id === found?.organization_id);
    if (!gym) throw notFound();
    await bindOrganization(db, gym.id);
    const [stored] = await db
      .select()
      .from(messages)
      .where(and(isLocalMessage(gym), eq(messages.id, id)));
    if (!stored) throw notFound();
    const row = await withSecrets({ db, organization: gym, organization_id: gym.id, now: ctx.now }, stored);
    const html = row.channel === "email" ? (await renderedMail(gym, outgoingOf(row, gym))).html : null;
    const caller = systemCaller("Outbox", gym, ctx.caller.clock);
    const files = await attachmentsOf({ db, caller, organization: gym, organization_id: gym.id, now: ctx.now }, row);
    const attachments = files.map(({ bytes, ...file }) => ({ ...file, base64: Buffer.from(bytes).toString("base64") }));
    return { ...entryOfMessage(row, gym.name), link: row.link, html, attachments };
  },
  { prepare: readableGyms },
);
