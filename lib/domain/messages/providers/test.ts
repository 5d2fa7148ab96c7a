import { and, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { devices, messages } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/messages/notification-providers";
import { forgetDevices } from "@/lib/domain/messages/contacts";
import type { Caller, OrganizationCard } from "@/lib/kernel/caller";
import { invalid, notFound } from "@/lib/kernel/errors";
import { type Ctx, operation } from "@/lib/kernel/operation";
import type { Channel, SendOutcome } from "@/lib/values/delivery";
import { emailAddress } from "@/lib/values/email";
import { phoneNumber } from "@/lib/values/phone";
import { call, type Outgoing } from "./call";
import { type Carrier, ofInstallation, openStored } from "./carrier";
import { markFailing, markWorking } from "./failing";
import { release } from "./save";
import { findProvider, type Scope } from "./stored";
import { vendorLabels } from "./vendor-fields";

type Tested = { id: string; to: string; vendor: string; version: number; outcome: SendOutcome };
type Input = { channel: Channel; to: string };

/** The call stands before the transaction: nothing is held open while the vendor thinks. */
export const testProvider = operation(
  contracts.testProvider,
  async (ctx: Ctx<Tested>, { channel }) => {
    const { outcome, vendor, version } = ctx.prepared;
    await ctx.db.insert(messages).values(logged(ctx, channel));
    if (outcome.outcome === "accepted" && (await markWorking(ctx, { channel, version }))) release(ctx, channel);
    if (outcome.outcome === "misconfigured") await markFailing(ctx, { channel, version }, outcome.message);
    if (channel === "push" && outcome.outcome === "rejected" && outcome.disables === "address") {
      await forgetDevices(ctx, [ctx.prepared.to]);
    }
    ctx.audit({
      target_type: "message_provider",
      target_id: null,
      after: { channel, vendor, outcome: outcome.outcome },
    });
    const is_accepted = outcome.outcome === "accepted";
    return {
      outcome: outcome.outcome,
      answer: is_accepted ? acceptance(vendor) : outcome.message,
      provider_message_id: is_accepted ? outcome.provider_message_id : null,
    };
  },
  { prepare: sendTest },
);

const acceptance = (vendor: string): string =>
  vendor === "local"
    ? "Without a provider the message is kept in the outbox of this installation."
    : `${vendorLabels[vendor] ?? vendor} accepted the message.`;

async function sendTest(caller: Caller, { channel, to }: Input): Promise<Tested> {
  const { organization } = caller;
  if (!organization) throw notFound();
  const address = addressOn(channel, to);
  const found = await inTenant({ organization_id: organization.id, user_id: null }, async (db) => {
    const scope = { db, organization_id: organization.id };
    const row = await findProvider(scope, channel);
    return {
      choice: row ? openStored(row) : { carrier: ofInstallation(channel) },
      token: await tokenOf(scope, channel, to),
    };
  });
  const id = newId();
  if ("unreadable" in found.choice) {
    const { unreadable, version } = found.choice;
    return { id, to: address, vendor: "", version, outcome: { outcome: "misconfigured", message: unreadable } };
  }
  const { carrier } = found.choice;
  const outcome = await callOnce(carrier, organization, { ...words(organization), id, to: found.token ?? address });
  return { id, to: address, vendor: carrier.provider.name, version: carrier.version, outcome };
}

async function callOnce(carrier: Carrier, organization: OrganizationCard, one: Outgoing): Promise<SendOutcome> {
  const [outcome] = await call(carrier, organization, [one], one.id);
  if (!outcome) throw new Error("A call has an outcome for each of its messages");
  return outcome;
}

function addressOn(channel: Channel, to: string): string {
  if (channel === "push") return to;
  const parsed = (channel === "email" ? emailAddress : phoneNumber).safeParse(to);
  if (parsed.success) return parsed.data;
  throw invalid("to", parsed.error.issues[0]?.message ?? "is no address of this channel");
}

/** A device is named by its id, as the member's page shows it. */
async function tokenOf({ db, organization_id }: Scope, channel: Channel, to: string): Promise<string | null> {
  if (channel !== "push") return null;
  const is_id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(to);
  const [device] = is_id
    ? await db
        .select({ token: devices.token })
        .from(devices)
        .where(and(eq(devices.organization_id, organization_id), eq(devices.id, to)))
    : [];
  if (!device) throw invalid("to", "Name a registered device by its id");
  return device.token;
}

const words = ({ name }: OrganizationCard): Omit<Outgoing, "id" | "to"> => ({
  language: "en",
  subject: `A test from ${name}`,
  body: `This is a test from ${name}. If you can read it, messages go out.`,
  button: null,
  link: null,
  media_urls: [],
  content: null,
  unsubscribe: null,
  status_callback_url: null,
});

function logged({ organization_id, organization, now, caller, prepared }: Ctx<Tested>, channel: Channel) {
  const { id, to, vendor, outcome } = prepared;
  const at = now.toString();
  const { subject, body, language } = words(organization);
  const is_accepted = outcome.outcome === "accepted";
  return {
    id,
    organization_id,
    kind: "test" as const,
    category: "transactional" as const,
    channel,
    language,
    event_key: `test:${id}`,
    recipient_key: to,
    to_address: to,
    to_name: to,
    subject: channel === "email" || channel === "push" ? subject : "",
    body,
    ...(is_accepted
      ? { state: "sent" as const, sent_at: at, provider_message_id: outcome.provider_message_id }
      : { state: "failed" as const, reason: "rejected" as const, detail: outcome.message, ended_at: at }),
    send_after: at,
    attempts: 1,
    vendor,
    created_by: caller.actor.type === "user" ? caller.actor.id : null,
    created_at: at,
  };
}
