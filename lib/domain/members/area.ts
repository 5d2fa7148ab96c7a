import { sql } from "drizzle-orm";
import type { Area } from "@/lib/domain/area";
import { byLocation, columnOf } from "@/lib/domain/audit-targets";
import * as events from "./events";

const fullName = sql`(select trim(m.first_name || ' ' || m.last_name) from members m
  where m.organization_id = audit_entries.organization_id and m.id = audit_entries.target_id)`;

export const members: Area = {
  name: "members",
  events: Object.values(events),
  audit: {
    phrases: {
      "member_cards.issue": "issued a card to {}",
      "member_cards.revoke": "revoked a card of {}",
      "member_medical.get": "viewed the medical information of {}",
      "member_medical.put": "changed the medical information of {}",
      "member_notes.create": "wrote a note about {}",
      "member_notes.delete": "deleted a note about {}",
      "member_notes.update": "changed a note about {}",
      "member_photos.delete": "removed the photo of {}",
      "member_photos.put": "changed the photo of {}",
      "member_segments.create": "created the segment {}",
      "member_segments.delete": "deleted a segment",
      "member_segments.update": "changed the segment {}",
      "members.archive": "archived {}",
      "members.archive_many": "archived several members",
      "members.ban": "banned {}",
      "members.create": "added {}",
      "members.export": "exported the members",
      "members.lift_ban": "lifted the ban of {}",
      "members.restore": "restored {}",
      "members.tag_many": "tagged several members",
      "members.update": "changed {}",
      "till.sell": "sold at the till to {}",
    },
    filters: {
      members: "Members",
      member_medical: "Medical information",
      member_cards: "Cards",
      member_notes: "Notes",
    },
    targets: {
      member: { name: fullName, reach: byLocation("members", "home_location_id"), path: (id) => `/members/${id}` },
      member_segment: { name: columnOf("member_segments", "name") },
    },
  },
  navigation: [
    { label: "Members", path: "/members", icon: "members", permission: "members.read", position: 20, on_phone: true },
  ],
};
