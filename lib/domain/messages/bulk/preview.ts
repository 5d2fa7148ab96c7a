import * as contracts from "@/lib/contracts/messages/notification-bulk";
import { selectMembers } from "@/lib/domain/members";
import { contactsOf, suppressionReason } from "@/lib/domain/messages/contacts";
import { compose, type Draft, messageContext } from "@/lib/domain/messages/notifications";
import { carrierOf, renderedMail } from "@/lib/domain/messages/providers";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { MessageReason } from "@/lib/values/notifications";
import { smsLength } from "@/lib/values/sms-segments";
import { audienceOf, type Filters } from "./audience";
import { bulkContent, validateBulkText } from "./bulk-text";

const pageSize = 2_000;

export const previewBulk = operation(contracts.previewBulk, async (ctx, input) => {
  validateBulkText(input);
  const filters = await audienceOf(ctx, input);
  const context = messageContext(ctx);
  const content = bulkContent(input);
  const left_out = new Map<MessageReason, number>();
  let audience = 0;
  let recipients = 0;
  let first: Draft | undefined;
  for await (const contact of contactsMatching(ctx, filters)) {
    audience += 1;
    const reason = suppressionReason(contact, input.channel, input.category);
    if (reason) {
      left_out.set(reason, (left_out.get(reason) ?? 0) + 1);
      continue;
    }
    recipients += 1;
    first ??= compose(content, contact, { event_key: "preview", link: null }, context);
  }
  const waits = first && first.send_after > ctx.now.toString() ? first.send_after : null;
  return {
    audience,
    recipients,
    left_out: [...left_out].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    sample: first ? await sampleOf(ctx, first) : null,
    takes_seconds: Math.ceil(recipients / (await perSecond(ctx, input.channel))),
    waits_until: waits,
  };
});

async function sampleOf(ctx: Ctx, { channel, language, to_name, subject = "", body }: Draft) {
  const mail_content = { language, subject, body, button: null, unsubscribe: null };
  const mail = channel === "email" ? await renderedMail(ctx.organization, mail_content) : null;
  const segments = channel === "sms" ? smsLength(body).segments : null;
  return { to_name, subject, body, html: mail?.html ?? null, segments };
}

async function* contactsMatching(ctx: Ctx, filters: Filters) {
  for (let after: string | null = null, more = true; more; ) {
    const ids: string[] = await selectMembers(ctx, filters, { after, limit: pageSize });
    yield* (await contactsOf(ctx, ids)).values();
    after = ids.at(-1) ?? null;
    more = ids.length === pageSize;
  }
}

/** The vendor's rate, or 1 per second while its credentials are refused. */
async function perSecond(ctx: Ctx, channel: Parameters<typeof carrierOf>[1]): Promise<number> {
  const lookup = await carrierOf(ctx, channel);
  if (!("carrier" in lookup)) return 1;
  const { per_second, max_batch } = lookup.carrier.provider;
  return per_second * max_batch;
}
