import type { SQL } from "drizzle-orm";
import type { Language } from "@/lib/values/notifications";
import type { Policies } from "@/lib/values/policies";

export type MessageDefinition = {
  /** The default texts. An organization may write its own. */
  texts: Record<Language, KindTexts>;
  /** P13: when the message is still true. */
  truth: MessageTruth;
};

export type Words = { subject: string; body: string };

/** A kind's words on each channel. What goes to a telephone has no subject. */
export type KindTexts = { email: Words; push: Words; sms: string; whatsapp: string };

export type MessageTruth = {
  /** Over the message `msg`, its member `m`, the member's home location `home` and the member's local day `d.today`. */
  holds: (scope: { organization_id: string; policy: Policies }) => SQL;
  /** Numbers in the text that change with the days. */
  counts?: Record<string, SQL>;
};
