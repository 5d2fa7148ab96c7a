import type { ReactNode } from "react";
import { channelLabels } from "@/components/messages/notifications/message-labels";
import { languageLabels } from "@/components/messages/templates/template";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { DescriptionList } from "@/components/ui/data/description-list";
import { formatDay, type LocaleContext, todayAt } from "@/lib/client/format";
import { formatFullDate } from "@/lib/client/format-short-date";
import { phoneText } from "@/lib/client/phone-text";
import { ageOn, dayAt } from "@/lib/values/calendar-day";
import type { Member } from "./member";

export function RailSection({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-line border-b px-gutter py-3 last:border-b-0">
      <div className="mb-1.5 flex min-h-control-sm items-center justify-between gap-2">
        <h2 className="font-medium text-12 text-ink-3">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

const phoneLink = (phone: string) => (
  <span className="flex flex-wrap items-center gap-x-2">
    <TextLink href={`tel:${phone}`}>{phoneText(phone)}</TextLink>
  </span>
);

export function ContactSection({
  member,
  localeContext,
  home,
}: {
  member: Member;
  localeContext: LocaleContext;
  home: string;
}) {
  const { email, phone, is_phone_known, birth_on, address, preferred_channel, language } = member;
  return (
    <RailSection title="Contact">
      <DescriptionList
        items={[
          {
            term: "Phone",
            detail: phone ? (
              <>
                {phoneLink(phone)}
                {is_phone_known === false ? (
                  <span className="block text-12 text-warn-text">Not a valid phone number</span>
                ) : null}
              </>
            ) : null,
          },
          {
            term: "E-mail",
            detail: email ? <TextLink href={`mailto:${email}`}>{email}</TextLink> : null,
          },
          {
            term: "Birthday",
            detail: birth_on
              ? `${formatFullDate(birth_on, localeContext.locale)} (${ageOn(birth_on, todayAt(localeContext))})`
              : null,
          },
          ...(address ? [{ term: "Address", detail: address }] : []),
          ...(preferred_channel ? [{ term: "Preferred channel", detail: channelLabels[preferred_channel] }] : []),
          ...(language ? [{ term: "Language", detail: languageLabels[language] }] : []),
          { term: "Home location", detail: home },
        ]}
      />
    </RailSection>
  );
}

/** P7: messages to a minor go to the guardian. */
export function GuardianSection({ member }: { member: Member }) {
  const { guardian_name: name, guardian_email: email, guardian_phone: phone } = member;
  return (
    <RailSection title="Guardian">
      {email || phone ? (
        <p className="text-ink">
          {name}
          {email ? <TextLink href={`mailto:${email}`}>{email}</TextLink> : null}
          {phone ? <span className="block">{phoneLink(phone)}</span> : null}
        </p>
      ) : (
        <Callout tone="warn" title="No contact details">
          Edit the member to add the guardian’s e-mail or phone. Messages to a minor go to the guardian.
        </Callout>
      )}
    </RailSection>
  );
}

export function EmergencySection({ member }: { member: Member }) {
  const { emergency_contact_name: name, emergency_contact_phone: phone, emergency_contact_relation: relation } = member;
  return (
    <RailSection title="Emergency contact">
      {name || phone ? (
        <p className="text-ink">
          {[name, relation].filter(Boolean).join(", ")}
          {phone ? <span className="block">{phoneLink(phone)}</span> : null}
        </p>
      ) : (
        <p className="text-ink-3">No emergency contact.</p>
      )}
    </RailSection>
  );
}

export function WaiverSection({
  member,
  localeContext,
  isMinor,
}: {
  member: Member;
  localeContext: LocaleContext;
  isMinor: boolean;
}) {
  const { waiver_signed_at, guardian_signed_at } = member;
  const day = (instant: string) => formatDay(dayAt(instant, localeContext.time_zone), localeContext);
  return (
    <RailSection title="Waiver">
      {waiver_signed_at ? (
        <p className="text-ink">Signed {day(waiver_signed_at)}</p>
      ) : (
        <Callout tone="warn" title="Not signed yet">
          Edit the member to record the signature.
        </Callout>
      )}
      {isMinor ? (
        <p className="mt-2 text-ink">
          {guardian_signed_at ? `Guardian signed ${day(guardian_signed_at)}` : "Guardian has not signed yet"}
        </p>
      ) : null}
    </RailSection>
  );
}
