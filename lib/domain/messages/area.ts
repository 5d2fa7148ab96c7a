import type { Area } from "@/lib/domain/area";
import { byMember, columnOf } from "@/lib/domain/audit-targets";
import { bulkWithinReach } from "./bulk/reach";
import { bulkWritten, messageQueued } from "./events";

const day = 24;

export const messages: Area = {
  name: "messages",
  events: [messageQueued, bulkWritten],
  schedules: {
    "membership-expiring": () => import("./reminders").then(({ membershipExpiring }) => membershipExpiring),
    "membership-expired": () => import("./reminders").then(({ membershipExpired }) => membershipExpired),
    "freeze-ended": () => import("./reminders").then(({ freezeEnded }) => freezeEnded),
    birthday: () => import("./reminders").then(({ birthday }) => birthday),
    "inactive-members": () => import("./reminders").then(({ inactiveMembersNotice }) => inactiveMembersNotice),
    "payment-reminders": () => import("./billing-mails").then(({ paymentReminders }) => paymentReminders),
    "price-increase-notices": () => import("./billing-mails").then(({ priceIncreaseNotices }) => priceIncreaseNotices),
    "re-engagement": () => import("./reminders").then(({ reEngagement }) => reEngagement),
  },
  audit: {
    phrases: {
      "billing_mails.documents": "mailed invoices",
      "billing_mails.freeze": "confirmed a freeze",
      "billing_mails.plan_change": "confirmed a plan change",
      "billing_mails.price_increase": "announced a new price",
      "billing_mails.refund_receipt": "mailed the receipt of a refund",
      "billing_mails.receipt": "mailed a receipt",
      "invoices.send": "sent {} by e-mail",
      "devices.register": "registered a device for push notifications",
      "devices.remove": "removed a device",
      "notification_preferences.lift_block": "unblocked an address",
      "notification_preferences.update": "changed the message preferences of {}",
      "notification_providers.remove": "removed a message provider",
      "notification_providers.save": "changed a message provider",
      "notification_providers.test": "sent a test message",
      "notifications.cancel_bulk": "stopped the bulk message {}",
      "notifications.create_bulk": "created the bulk message {}",
      "notifications.fail_bulk": "could not finish the bulk message {}",
      "notifications.finish_bulk": "finished the bulk message {}",
      "notifications.prepare_bulk": "prepared the recipients of the bulk message {}",
      "notifications.retry_bulk": "resumed the bulk message {}",
      "notifications.retry": "resent the message to {}",
      "notifications.send": "sent a message to {}",
      "notification_rules.update": "changed an automatic message",
      "notification_templates.preview": "previewed a template",
      "notification_templates.reset": "reset a template to the default text",
      "notification_templates.save": "changed a template",
      "reminders.confirm_cancellation": "confirmed a cancellation to {}",
      "reminders.welcome": "sent the welcome message to {}",
      "staff_notices.read_all": "marked all notices as read",
      "staff_notices.update": "marked a notice",
      "unsubscribe.create": "unsubscribed {} through a link",
      "unsubscribe.undo": "resubscribed {} through a link",
    },
    filters: { notifications: "Messages" },
    targets: {
      message: { name: columnOf("messages", "to_name"), reach: byMember("messages"), path: (id) => `/messages/${id}` },
      bulk_message: {
        name: columnOf("bulk_messages", "name"),
        reach: { table: "bulk_messages", within: bulkWithinReach },
        path: (id) => `/messages/bulk/${id}`,
      },
      device: { name: null, reach: byMember("devices") },
      blocked_address: { name: null },
      message_provider: { name: null, path: () => "/settings/messages" },
      message_rule: { name: null, path: () => "/settings/messages/rules" },
      message_template: { name: null, path: () => "/settings/messages/texts" },
      staff_notice: { name: null },
    },
  },
  retention: [
    { table: "staff_notices", column: "created_at", hours: 180 * day },
    // A vendor may send a report again for a long time; the stored id identifies the copy.
    { table: "message_reports", key: ["vendor", "event_id"], column: "received_at", hours: 400 * day },
  ],
  navigation: [
    {
      label: "Messages",
      path: "/messages",
      icon: "messages",
      group: "Team",
      permission: "messages.read",
      position: 60,
    },
  ],
};
