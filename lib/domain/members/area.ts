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
      "member_cards.issue": "gave {} a card",
      "member_cards.revoke": "revoked a card of {}",
      "member_medical.get": "read the health answers of {}",
      "member_medical.put": "changed the health answers of {}",
      "member_photos.delete": "removed the photo of {}",
      "member_photos.put": "gave {} a photo",
      "member_segments.create": "saved the view {}",
      "member_segments.delete": "removed a saved view",
      "member_segments.update": "changed the view {}",
      "members.archive": "archived {}",
      "members.ban": "banned {}",
      "members.create": "added {}",
      "members.export": "exported the members",
      "members.lift_ban": "lifted the ban of {}",
      "members.restore": "restored {}",
      "members.update": "changed {}",
    },
    filters: { members: "Members", member_medical: "Health answers", member_cards: "Cards" },
    targets: {
      member: { name: fullName, reach: byLocation("members", "home_location_id"), path: (id) => `/members/${id}` },
      member_segment: { name: columnOf("member_segments", "name") },
    },
  },
  navigation: [
    { label: "Members", path: "/members", icon: "members", permission: "members.read", position: 20, on_phone: true },
  ],
};
