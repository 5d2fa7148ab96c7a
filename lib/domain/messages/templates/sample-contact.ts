import type { Contact } from "@/lib/domain/messages/contacts";
import type { OrganizationCard } from "@/lib/kernel/caller";

const noEndpoint = { address: null, device_ids: [], block: null };

/** A sample recipient for previews without a member. */
export const sampleContact = ({ id, name }: OrganizationCard): Contact => ({
  addressee: { member_id: id },
  member_code: "M-1042",
  first_name: "Rahel",
  full_name: "Rahel Tesfaye",
  location_id: id,
  location_name: name,
  time_zone: "UTC",
  language: null,
  preferred_channel: null,
  is_archived: false,
  is_minor: false,
  to_name: "Rahel Tesfaye",
  endpoints: { email: noEndpoint, sms: noEndpoint, whatsapp: noEndpoint, push: noEndpoint },
  marketing_consent: null,
  choices: [],
});
