import { inTenant } from "@/db/tenancy";
import { deleteDevices } from "@/lib/domain/messages/contacts";
import { type Carrier, call } from "@/lib/domain/messages/providers";
import { outgoingOf } from "./outgoing";
import { devicesOf, mergeOutcomes } from "./push";
import { type Message, type Queue, tenantOf } from "./queue";
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
  const outcomes = await call(
    carrier,
    organization,
    all.map((message) => outgoingOf(message, organization)),
    key,
  );
  return all.map((message, index) => ({ message, outcome: mergeOutcomes(outcomes.slice(index, index + 1)) }));
}

async function callForDevices(
  queue: Queue,
  carrier: Carrier,
  all: readonly Message[],
  key: string,
): Promise<SendResult[]> {
  const { organization } = queue;
  const devices = await inTenant(tenantOf(queue), (db) => devicesOf(db, queue, all));
  const sent = all.flatMap((message) =>
    devices.filter(({ member_id }) => member_id === message.member_id).map((device) => ({ message, device })),
  );
  const outcomes = await call(
    carrier,
    organization,
    sent.map(({ message, device }) => ({ ...outgoingOf(message, organization), to: device.token })),
    key,
  );
  const unregistered = sent.flatMap(({ device }, index) => {
    const outcome = outcomes[index];
    return outcome?.outcome === "rejected" && outcome.disables === "address" ? [device.id] : [];
  });
  await inTenant(tenantOf(queue), (db) => deleteDevices({ db, organization_id: organization.id }, unregistered));
  return all.map((message) => ({
    message,
    outcome: mergeOutcomes(outcomes.filter((_outcome, index) => sent[index]?.message === message)),
  }));
}
