import * as contracts from "@/lib/contracts/messages/notifications";
import { outgoingOf } from "@/lib/domain/messages/delivery/outgoing";
import { withoutSecrets } from "@/lib/domain/messages/delivery/secrets";
import { renderedMail } from "@/lib/domain/messages/providers";
import { operation } from "@/lib/kernel/operation";
import { readMessage, toMessage } from "./read";

export const getMessage = operation(contracts.getMessage, async (ctx, { id }) => {
  const row = withoutSecrets(await readMessage(ctx, id));
  const { subject, body, channel } = row;
  const mail = channel === "email" ? await renderedMail(ctx.organization, outgoingOf(row, ctx.organization)) : null;
  return { ...toMessage(row), text: { subject, body, html: mail?.html ?? null } };
});
