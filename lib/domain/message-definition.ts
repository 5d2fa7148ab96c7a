import type { SQL } from "drizzle-orm";
import type { messages } from "@/db/schema";
import type { OrganizationCtx, ReadCtx } from "@/lib/kernel/operation";
import type { Attachment } from "@/lib/values/delivery";
import type { Variables } from "@/lib/values/message-variables";
import type { Language } from "@/lib/values/notifications";
import type { Policies } from "@/lib/values/policies";

export type MessageDefinition = {
  /** The default texts. An organization may write its own. */
  texts: Record<Language, KindTexts>;
  /** P13: whether a waiting message is still sent. */
  validity: ValidityCondition | CurrentText;
  /** The file that goes with a mail, made from what `about_id` names. The same facts give the same bytes (L13). */
  attachment?: (ctx: ReadCtx & OrganizationCtx, about_id: string) => Promise<Attachment>;
  /** Variables that the log never shows. The stored text names them; their values are put in when the message leaves. */
  secrets?: {
    names: readonly string[];
    valuesOf: (ctx: OrganizationCtx, about_id: string) => Promise<Readonly<Record<string, string>>>;
  };
};

export type Words = { subject: string; body: string };

/** A kind's texts by channel. Messages to a phone have no subject. */
export type KindTexts = { email: Words; push: Words; sms: string; whatsapp: string };

export type ValidityCondition = {
  /**
   * Over the message `msg`, its member `m`, the member's home location `home` and the local day there `d.today`. For a company,
   * `m` is empty and `home` is the location that wrote to it.
   */
  isValid: (scope: { organization_id: string; policy: Policies }) => SQL;
  /** Numbers in the text that change with the days. */
  counts?: Record<string, SQL>;
};

/** For a text whose facts are more than a condition: the variables of today, by message. A message without any says nothing true. */
export type CurrentText = {
  current: (
    ctx: OrganizationCtx,
    all: readonly (typeof messages.$inferSelect)[],
  ) => Promise<ReadonlyMap<string, Variables>>;
};
