import { and, eq } from "drizzle-orm";
import { newId } from "@/db/id";
import { devices, messages } from "@/db/schema";
import { inTenant } from "@/db/tenancy";
import * as contracts from "@/lib/contracts/messages/notification-providers";
import { deleteDevices } from "@/lib/domain/messages/contacts";
import { type Caller, type OrganizationCard, userIdOf } from "@/lib/kernel/caller";
import { invalid, notFound } from "@/lib/kernel/errors";
import { type Ctx, operation, type TenantCtx } from "@/lib/kernel/operation";
import type { Channel, SendOutcome } from "@/lib/values/delivery";
import { emailAddress } from "@/lib/values/schemas/email";
import { phoneNumber } from "@/lib/values/schemas/phone";
import { isUuid } from "@/lib/values/uuid";
import { call, type Outgoing } from "./call";
import { type Carrier, installationCarrier, openStoredProvider } from "./carrier";
import { markFailing, markWorking } from "./failing";
import { flushQueues } from "./save";
import { findProvider } from "./stored";
import { vendorLabels } from "./vendor-fields";

type TestResult = { id: string; to: string; vendor: string; version: number; outcome: SendOutcome };
type Input = { channel: Channel; to: string };

/** The vendor is called before the transaction, so that none is open during the call. */
export const testProvider = operation(
  contracts.testProvider,
  async (ctx: Ctx<TestResult>, { channel }) => {
    const { outcome, vendor, version } = ctx.prepared;
    await ctx.db.insert(messages).values(messageRow(ctx, channel));
    if (outcome.outcome === "accepted" && (await markWorking(ctx, { channel, version }))) flushQueues(ctx, channel);
    if (outcome.outcome === "misconfigured") await markFailing(ctx, { channel, version }, outcome.message);
    if (channel === "push" && outcome.outcome === "rejected" && outcome.disables === "address") {
      await deleteDevices(ctx, [ctx.prepared.to]);
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
    ? "Without a provider the message is stored in the outbox of this installation."
    : `${vendorLabels[vendor] ?? vendor} accepted the message.`;

async function sendTest(caller: Caller, { channel, to }: Input): Promise<TestResult> {
  const { organization } = caller;
  if (!organization) throw notFound();
  const address = addressOn(channel, to);
  const found = await inTenant({ organization_id: organization.id, user_id: null }, async (db) => {
    const ctx = { db, organization_id: organization.id };
    const row = await findProvider(ctx, channel);
    return {
      lookup: row ? openStoredProvider(row) : { carrier: installationCarrier(channel) },
      token: await tokenOf(ctx, channel, to),
    };
  });
  const id = newId();
  if ("unreadable" in found.lookup) {
    const { unreadable, version } = found.lookup;
    return { id, to: address, vendor: "", version, outcome: { outcome: "misconfigured", message: unreadable } };
  }
  const { carrier } = found.lookup;
  const outcome = await callOnce(carrier, organization, {
    ...testContent(organization),
    id,
    to: found.token ?? address,
  });
  return { id, to: address, vendor: carrier.provider.name, version: carrier.version, outcome };
}

async function callOnce(carrier: Carrier, organization: OrganizationCard, one: Outgoing): Promise<SendOutcome> {
  const [outcome] = await call(carrier, organization, [one], one.id);
  if (!outcome) throw new Error("call() must return one outcome per message");
  return outcome;
}

function addressOn(channel: Channel, to: string): string {
  if (channel === "push") return to;
  const parsed = (channel === "email" ? emailAddress : phoneNumber).safeParse(to);
  if (parsed.success) return parsed.data;
  throw invalid("to", parsed.error.issues[0]?.message ?? "is not an address of this channel");
}

/** A device is identified by its id, as shown on the member's page. */
async function tokenOf({ db, organization_id }: TenantCtx, channel: Channel, to: string): Promise<string | null> {
  if (channel !== "push") return null;
  const is_id = isUuid(to);
  const [device] = is_id
    ? await db
        .select({ token: devices.token })
        .from(devices)
        .where(and(eq(devices.organization_id, organization_id), eq(devices.id, to)))
    : [];
  if (!device) throw invalid("to", "Enter the id of a registered device");
  return device.token;
}

const testContent = ({ name }: OrganizationCard): Omit<Outgoing, "id" | "to"> => ({
  language: "en",
  subject: `A test from ${name}`,
  body: `This is a test from ${name}. If you can read it, messages go out.`,
  button: null,
  link: null,
  media_urls: [],
  content: null,
  unsubscribe: null,
  status_callback_url: null,
  attachments: [],
});

function messageRow({ organization_id, organization, now, caller, prepared }: Ctx<TestResult>, channel: Channel) {
  const { id, to, vendor, outcome } = prepared;
  const at = now.toString();
  const { subject, body, language } = testContent(organization);
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
    created_by: userIdOf(caller),
    created_at: at,
  };
}
