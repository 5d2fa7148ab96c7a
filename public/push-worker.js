// Shows what the gym sent and opens its link. Registered by components/notifications/push-registration.ts, one scope a gym.

self.addEventListener("push", (event) => {
  const { notification = {}, data = {} } = readPayload(event);
  if (!notification.title) return;
  const shown = self.registration.showNotification(notification.title, {
    body: notification.body ?? "",
    // A second copy of a message takes the place of the first.
    tag: data.message_id,
    data: { link: data.link },
  });
  event.waitUntil(shown);
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(linkOf(event.notification.data?.link)));
});

function readPayload(event) {
  try {
    return event.data?.json() ?? {};
  } catch {
    return {};
  }
}

// A message leads to the gym's own pages and nowhere else.
function linkOf(link) {
  const home = self.registration.scope;
  try {
    const { href, origin } = new URL(link ?? home, home);
    return origin === self.location.origin ? href : home;
  } catch {
    return home;
  }
}

async function open(href) {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find(({ url }) => url === href);
  return there ? there.focus() : self.clients.openWindow(href);
}
