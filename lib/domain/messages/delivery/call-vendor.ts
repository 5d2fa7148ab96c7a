import { inTenant } from "@/db/tenancy";
import { deleteDevices } from "@/lib/domain/messages/contacts";
import { type Carrier, call } from "@/lib/domain/messages/providers";
import { systemCaller } from "@/lib/kernel/caller";
import { log } from "@/lib/kernel/log";
import type { Attachment, SendOutcome } from "@/lib/values/delivery";
import { attachmentsOf } from "./attachments";
import { outgoingOf } from "./outgoing";
import { devicesOf, mergeOutcomes } from "./push";
import { type Message, type Queue, tenantOf } from "./queue";
import { hasSecrets, withSecrets } from "./secrets";
import type { SendResult } from "./settle";

/** Calls the vendor. No transaction is open meanwhile. */
export async function callVendor(
  queue: Queue,
  carrier: Carrier,
  all: readonly Message[],
  key: string,
): Promise<SendResult[]> {
  if (carrier.channel === "push" && carrier.provider.name !== "local") return callForDevices(queue, carrier, all, key);
  const { organization } = queue;
  const files = await filesOf(queue, carrier, all);
  const texts = await textsOf(queue, carrier, all);
  const ready = all.flatMap((message) => {
    const [text, attached] = [texts.get(message.id), files.get(message.id)];
    return text && attached ? [{ message, outgoing: outgoingOf(text, organization, attached) }] : [];
  });
  const outcomes = await call(
    carrier,
    organization,
    ready.map(({ outgoing }) => outgoing),
    key,
  );
  return all.map((message) => {
    const index = ready.findIndex((one) => one.message === message);
    return { message, outcome: index < 0 ? incomplete : mergeOutcomes(outcomes.slice(index, index + 1)) };
  });
}

const incomplete: SendOutcome = {
  outcome: "later",
  message: "The text or the attached file could not be made.",
  retry_after_ms: 0,
};

/** The messages with their secrets. The local outbox puts them in when it is read. */
async function textsOf(
  queue: Queue,
  { provider }: Carrier,
  all: readonly Message[],
): Promise<ReadonlyMap<string, Message>> {
  const { organization, clock } = queue;
  const texts = new Map(all.map((message) => [message.id, message]));
  if (provider.name === "local") return texts;
  for (const message of all.filter(hasSecrets)) {
    texts.delete(message.id);
    try {
      const text = await inTenant(tenantOf(queue), (db) =>
        withSecrets({ db, organization, organization_id: organization.id, now: clock.now() }, message),
      );
      texts.set(message.id, text);
    } catch (error) {
      log().error({ err: error, message_id: message.id }, "the text of a message could not be completed");
    }
  }
  return texts;
}

/** The files of each message. One whose file cannot be made is left out, and the others of its batch go out. */
async function filesOf(
  queue: Queue,
  { channel, provider }: Carrier,
  all: readonly Message[],
): Promise<ReadonlyMap<string, Attachment[]>> {
  const { organization, clock } = queue;
  const files = new Map<string, Attachment[]>();
  // The local outbox makes them when somebody reads a message.
  if (channel !== "email" || provider.name === "local") return new Map(all.map(({ id }) => [id, []]));
  const caller = systemCaller("Messages", organization, clock);
  for (const message of all) {
    try {
      const made = await inTenant(tenantOf(queue), (db) =>
        attachmentsOf({ db, caller, organization, organization_id: organization.id, now: clock.now() }, message),
      );
      files.set(message.id, made);
    } catch (error) {
      log().error({ err: error, message_id: message.id }, "the attachment of a mail could not be made");
    }
  }
  return files;
}

async function callForDevices(
  queue: Queue,
  carrier: Carrier,
  all: readonly Message[],
  key: string,
): Promise<SendResult[]> {
  const { organization } = queue;
  const devices = await inTenant(tenantOf(queue), (db) => devicesOf(db, queue, all));
  const texts = await textsOf(queue, carrier, all);
  const sent = all.flatMap((message) => {
    const text = texts.get(message.id);
    const own = text ? devices.filter(({ member_id }) => member_id === message.member_id) : [];
    return own.map((device) => ({ message, text: text ?? message, device }));
  });
  const outcomes = await call(
    carrier,
    organization,
    sent.map(({ text, device }) => ({ ...outgoingOf(text, organization), to: device.token })),
    key,
  );
  const unregistered = sent.flatMap(({ device }, index) => {
    const outcome = outcomes[index];
    return outcome?.outcome === "rejected" && outcome.disables === "address" ? [device.id] : [];
  });
  await inTenant(tenantOf(queue), (db) => deleteDevices({ db, organization_id: organization.id }, unregistered));
  return all.map((message) => ({
    message,
    outcome: texts.has(message.id)
      ? mergeOutcomes(outcomes.filter((_outcome, index) => sent[index]?.message === message))
      : incomplete,
  }));
}
