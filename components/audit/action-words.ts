/** What happened, with {} for the record's name. */
const phrases: Record<string, string> = {
  "auth.accept_invitation": "joined the team",
  "auth.verify_email": "opened the gym",
  "check_ins.create": "checked {} in",
  "check_ins.check_out": "checked {} out",
  "check_ins.undo": "took back the check-in of {}",
  "devices.register": "registered a device for push messages",
  "devices.remove": "removed a device",
  "imports.upload": "uploaded {}",
  "imports.update": "set how {} is read",
  "imports.check": "checked {}",
  "imports.run": "imported {}",
  "imports.advance": "went on importing {}",
  "imports.undo": "undid the import of {}",
  "imports.discard": "discarded {}",
  "invitations.create": "invited {} to the team",
  "invitations.resend": "sent {} a new invitation",
  "invitations.revoke": "revoked the invitation of {}",
  "locations.archive": "archived the location {}",
  "locations.create": "opened the location {}",
  "locations.update": "changed the location {}",
  "me.update": "changed their own details",
  "me.update_notification_preferences": "chose what the gym may send",
  "me.pass": "opened their pass",
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
  "membership_plans.archive": "took {} off sale",
  "membership_plans.create": "put {} on sale",
  "membership_plans.restore": "put {} back on sale",
  "membership_plans.update": "changed the plan {}",
  "memberships.cancel": "cancelled {}",
  "memberships.sell": "sold {}",
  "memberships.update": "moved the start of {}",
  "memberships.withdraw_cancellation": "withdrew the cancellation of {}",
  "notification_preferences.lift_block": "let the gym write to an address again",
  "notification_preferences.update": "changed what {} is sent",
  "notification_providers.remove": "forgot who carries the messages of a channel",
  "notification_providers.save": "chose who carries the messages of a channel",
  "notification_providers.test": "sent a test message",
  "notifications.retry": "sent a message again",
  "notifications.send": "wrote to {}",
  "notification_rules.update": "changed what is sent by itself",
  "notification_templates.preview": "looked at how a text reads",
  "notification_templates.reset": "went back to a default text",
  "notification_templates.save": "wrote a text of the gym's own",
  "organizations.delete_logo": "removed the logo",
  "organizations.put_logo": "changed the logo",
  "organizations.update": "changed the settings",
  "schedule_runs.create": "ran a schedule again",
  "schedules.update": "changed a schedule",
  "staff.remove": "removed {} from the team",
  "staff.update": "changed the place of {} in the team",
  "staff_notices.read_all": "read all their notices",
  "staff_notices.update": "marked a notice",
  "support_grants.create": "entered the gym for support",
  "support_grants.end": "ended a support visit",
  "unsubscribe.create": "unsubscribed {} by a link",
  "unsubscribe.undo": "subscribed {} again by a link",
};

/** Before and after the record's name. An action that has no phrase yet is told by its own name. */
export function actionWords(action: string, target_type: string): { before: string; after: string } {
  const phrase = target_type === "denied_entry" ? "turned {} away" : (phrases[action] ?? fallback(action));
  const [before = "", after = ""] = phrase.split("{}");
  return { before: before.trim(), after: phrase.includes("{}") ? after.trim() : "" };
}

const fallback = (action: string) => {
  const [resource = "", verb = ""] = action.split(".");
  return `${verb.replaceAll("_", " ")}, ${resource.replaceAll("_", " ")}: {}`;
};

export const namesTarget = (action: string, target_type: string): boolean =>
  target_type === "denied_entry" || (phrases[action] ?? "{}").includes("{}");

/** The kinds of entry that the page filters by: the resource before an action's dot. */
export const resourceNames: Record<string, string> = {
  members: "Members",
  memberships: "Memberships",
  membership_plans: "Plans",
  check_ins: "Check-ins",
  member_medical: "Health answers",
  member_cards: "Cards",
  staff: "Team",
  invitations: "Invitations",
  locations: "Locations",
  organizations: "Settings",
  imports: "Imports",
  notifications: "Messages",
  schedules: "Schedules",
  support_grants: "Support access",
};
