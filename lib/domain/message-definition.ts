import type { SQL } from "drizzle-orm";
import type { Language } from "@/lib/values/notifications";
import type { Policies } from "@/lib/values/policies";

export type MessageDefinition = {
  /** The default texts. An organization may write its own. */
  texts: Record<Language, KindTexts>;
  /** P13: whether a waiting message is still sent. */
  validity: ValidityCondition;
};

export type Words = { subject: string; body: string };

/** A kind's texts by channel. Messages to a phone have no subject. */
export type KindTexts = { email: Words; push: Words; sms: string; whatsapp: string };

export type ValidityCondition = {
  /** Over the message `msg`, its member `m`, the member's home location `home` and the member's local day `d.today`. */
  isValid: (scope: { organization_id: string; policy: Policies }) => SQL;
  /** Numbers in the text that change with the days. */
  counts?: Record<string, SQL>;
};
