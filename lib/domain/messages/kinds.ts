import type { MessageDefinition } from "@/lib/domain/message-definition";
import { billingKinds } from "./billing-mails/kinds";
import { enKinds } from "./default-texts/en";
import { esKinds } from "./default-texts/es";
import { hiKinds } from "./default-texts/hi";
import { validityConditions } from "./reminders/validity-conditions";

type Kind = keyof typeof validityConditions;

const definition = (kind: Kind): MessageDefinition => ({
  texts: { en: enKinds[kind], hi: hiKinds[kind], es: esKinds[kind] },
  validity: validityConditions[kind],
});

/** The kinds of messages that this area sends. */
export const kinds = {
  welcome: definition("welcome"),
  membership_expiring: definition("membership_expiring"),
  membership_expired: definition("membership_expired"),
  freeze_ended: definition("freeze_ended"),
  cancellation_confirmed: definition("cancellation_confirmed"),
  birthday: definition("birthday"),
  re_engagement: definition("re_engagement"),
  ...billingKinds,
} satisfies Record<string, MessageDefinition>;
