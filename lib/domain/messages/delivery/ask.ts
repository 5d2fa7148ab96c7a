import { inTenant } from "@/db/tenancy";
import { forgetDevices } from "@/lib/domain/messages/contacts";
import { type Carrier, call } from "@/lib/domain/messages/providers";
import { outgoingOf } from "./outgoing";
import { type Message, type Queue, tenantOf } from "./place";
import { devicesOf, together } from "./push";
import type { Answered } from "./settle";

/** The vendor's call. No transaction is open meanwhile. */
export async function ask(queue: Queue, carrier: Carrier, all: readonly Message[], key: string): Promise<Answered[]> {
  if (carrier.channel === "push" && carrier.provider.name !== "local") return askDevices(queue, carrier, all, key);
  const { organization } = queue;
  const outcomes = await call(
    carrier,
    organization,
    all.map((message) => outgoingOf(message, organization)),
    key,
  );
  return all.map((message, index) => ({ message, outcome: together(outcomes.slice(index, index + 1)) }));
}

async function askDevices(queue: Queue, carrier: Carrier, all: readonly Message[], key: string): Promise<Answered[]> {
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
  const dead = sent.flatMap(({ device }, index) => {
    const outcome = outcomes[index];
    return outcome?.outcome === "rejected" && outcome.disables === "address" ? [device.id] : [];
  });
  await inTenant(tenantOf(queue), (db) => forgetDevices({ db, organization_id: organization.id }, dead));
  return all.map((message) => ({
    message,
    outcome: together(outcomes.filter((_outcome, index) => sent[index]?.message === message)),
  }));
}
