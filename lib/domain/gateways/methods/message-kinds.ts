import { sql } from "drizzle-orm";
import type { KindTexts, MessageDefinition, ValidityCondition } from "@/lib/domain/message-definition";
import type { Language } from "@/lib/values/notifications";
import { enMethodKinds } from "./texts-en";
import { esMethodKinds } from "./texts-es";
import { hiMethodKinds } from "./texts-hi";

type MethodKind = "card_requested" | "card_expiring" | "payment_method_ended";
export type MethodTexts = Record<MethodKind, KindTexts>;

const texts: Record<Language, MethodTexts> = { en: enMethodKinds, es: esMethodKinds, hi: hiMethodKinds };

const definition = (kind: MethodKind, validity: ValidityCondition): MessageDefinition => ({
  texts: { en: texts.en[kind], hi: texts.hi[kind], es: texts.es[kind] },
  validity,
});

/** Bills are still charged to it, and its network has not renewed it. */
const stillExpires: ValidityCondition = {
  isValid: () => sql`exists (select from saved_methods s where s.organization_id = msg.organization_id
    and s.id = msg.about_id and s.ended_at is null and s.is_default and s.expires_in = to_char(msg.about_on, 'YYYY-MM'))`,
};

/** No other method was added meanwhile. */
const nothingIsCharged: ValidityCondition = {
  isValid: () => sql`exists (select from saved_methods s where s.organization_id = msg.organization_id
    and s.id = msg.about_id and s.ended_at is not null and not exists (select from saved_methods o
      where o.organization_id = s.organization_id and o.ended_at is null and o.is_default
        and (o.payer_member_id = s.payer_member_id or o.payer_company_id = s.payer_company_id)))`,
};

const always: ValidityCondition = { isValid: () => sql`true` };

/** The messages about saved methods. */
export const methodKinds = {
  card_requested: definition("card_requested", always),
  card_expiring: definition("card_expiring", stillExpires),
  payment_method_ended: definition("payment_method_ended", nothingIsCharged),
} satisfies Record<MethodKind, MessageDefinition>;
