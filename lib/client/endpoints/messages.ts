import type { Endpoint } from "@/lib/client/endpoint";
import type * as devices from "@/lib/contracts/messages/devices";
import type * as notificationBulk from "@/lib/contracts/messages/notification-bulk";
import type * as notificationPreferences from "@/lib/contracts/messages/notification-preferences";
import type * as notificationProviders from "@/lib/contracts/messages/notification-providers";
import type * as notificationTemplates from "@/lib/contracts/messages/notification-templates";
import type * as notifications from "@/lib/contracts/messages/notifications";
import type * as staffNotices from "@/lib/contracts/messages/staff-notices";
import type * as unsubscribes from "@/lib/contracts/messages/unsubscribe";

export const registerDevice: Endpoint<typeof devices.registerDevice> = {
  id: "devices.register",
  method: "POST",
  path: "/api/v1/devices",
};

export const removeDevice: Endpoint<typeof devices.removeDevice> = {
  id: "devices.remove",
  method: "DELETE",
  path: "/api/v1/devices/{id}",
};

export const previewBulk: Endpoint<typeof notificationBulk.previewBulk> = {
  id: "notifications.preview_bulk",
  method: "POST",
  path: "/api/v1/notifications/bulk/previews",
  writes_nothing: true,
};

export const createBulk: Endpoint<typeof notificationBulk.createBulk> = {
  id: "notifications.create_bulk",
  method: "POST",
  path: "/api/v1/notifications/bulk",
};

export const getBulk: Endpoint<typeof notificationBulk.getBulk> = {
  id: "notifications.get_bulk",
  method: "GET",
  path: "/api/v1/notifications/bulk/{id}",
};

export const cancelBulk: Endpoint<typeof notificationBulk.cancelBulk> = {
  id: "notifications.cancel_bulk",
  method: "POST",
  path: "/api/v1/notifications/bulk/{id}/cancellation",
};

export const retryBulk: Endpoint<typeof notificationBulk.retryBulk> = {
  id: "notifications.retry_bulk",
  method: "POST",
  path: "/api/v1/notifications/bulk/{id}/retries",
};

export const updatePreferences: Endpoint<typeof notificationPreferences.updatePreferences> = {
  id: "notification_preferences.update",
  method: "PATCH",
  path: "/api/v1/members/{id}/notification-preferences",
};

export const updateOwnPreferences: Endpoint<typeof notificationPreferences.updateOwnPreferences> = {
  id: "me.update_notification_preferences",
  method: "PATCH",
  path: "/api/v1/me/notification-preferences",
};

export const liftBlock: Endpoint<typeof notificationPreferences.liftBlock> = {
  id: "notification_preferences.lift_block",
  method: "DELETE",
  path: "/api/v1/blocked-addresses/{id}",
};

export const saveProvider: Endpoint<typeof notificationProviders.saveProvider> = {
  id: "notification_providers.save",
  method: "PUT",
  path: "/api/v1/notification-providers/{channel}",
  is_confidential: true,
};

export const removeProvider: Endpoint<typeof notificationProviders.removeProvider> = {
  id: "notification_providers.remove",
  method: "DELETE",
  path: "/api/v1/notification-providers/{channel}",
};

export const testProvider: Endpoint<typeof notificationProviders.testProvider> = {
  id: "notification_providers.test",
  method: "POST",
  path: "/api/v1/notification-providers/{channel}/tests",
};

export const saveTemplate: Endpoint<typeof notificationTemplates.saveTemplate> = {
  id: "notification_templates.save",
  method: "PUT",
  path: "/api/v1/notification-templates/{kind}/{channel}/{language}",
};

export const resetTemplate: Endpoint<typeof notificationTemplates.resetTemplate> = {
  id: "notification_templates.reset",
  method: "DELETE",
  path: "/api/v1/notification-templates/{kind}/{channel}/{language}",
};

export const previewTemplate: Endpoint<typeof notificationTemplates.previewTemplate> = {
  id: "notification_templates.preview",
  method: "POST",
  path: "/api/v1/notification-templates/previews",
  writes_nothing: true,
};

export const updateMessageRule: Endpoint<typeof notificationTemplates.updateMessageRule> = {
  id: "notification_rules.update",
  method: "PATCH",
  path: "/api/v1/notification-rules/{kind}",
};

export const sendMessage: Endpoint<typeof notifications.sendMessage> = {
  id: "notifications.send",
  method: "POST",
  path: "/api/v1/notifications",
};

export const retryMessage: Endpoint<typeof notifications.retryMessage> = {
  id: "notifications.retry",
  method: "POST",
  path: "/api/v1/notifications/retries",
};

export const listStaffNotices: Endpoint<typeof staffNotices.listStaffNotices> = {
  id: "staff_notices.list",
  method: "GET",
  path: "/api/v1/staff-notices",
};

export const updateStaffNotice: Endpoint<typeof staffNotices.updateStaffNotice> = {
  id: "staff_notices.update",
  method: "PATCH",
  path: "/api/v1/staff-notices/{id}",
};

export const readAllStaffNotices: Endpoint<typeof staffNotices.readAllStaffNotices> = {
  id: "staff_notices.read_all",
  method: "POST",
  path: "/api/v1/staff-notices/reads",
};

export const unsubscribe: Endpoint<typeof unsubscribes.unsubscribe> = {
  id: "unsubscribe.create",
  method: "POST",
  path: "/api/v1/unsubscribe/{token}",
  upload: { content_types: ["application/x-www-form-urlencoded", "multipart/form-data"], max_bytes: 2000 },
};

export const resubscribe: Endpoint<typeof unsubscribes.resubscribe> = {
  id: "unsubscribe.undo",
  method: "DELETE",
  path: "/api/v1/unsubscribe/{token}",
};
