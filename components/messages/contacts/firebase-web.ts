import type { WebPushSettings } from "@/lib/values/provider-settings";

const WORKER = "/push-worker.js";

/** Each gym has its own Firebase project, so its pages need their own service worker and subscription. */
async function messagingOf(settings: WebPushSettings, scope: string) {
  // 25 kB, loaded only when push notifications are turned on.
  const [{ getApps, initializeApp }, messaging] = await Promise.all([
    import("@firebase/app"),
    import("@firebase/messaging"),
  ]);
  const options = {
    apiKey: settings.api_key,
    appId: settings.app_id,
    projectId: settings.project_id,
    messagingSenderId: settings.messaging_sender_id,
  };
  const app = getApps().find(({ name }) => name === scope) ?? initializeApp(options, scope);
  return { ...messaging, instance: messaging.getMessaging(app) };
}

/** Asks for the notification permission if needed. Throws if it is denied. */
export async function webPushToken(settings: WebPushSettings, scope: string): Promise<string> {
  const { getToken, instance } = await messagingOf(settings, scope);
  const serviceWorkerRegistration = await navigator.serviceWorker.register(WORKER, { scope });
  await isActive(serviceWorkerRegistration);
  return getToken(instance, { vapidKey: settings.vapid_key, serviceWorkerRegistration });
}

export async function forgetWebPush(settings: WebPushSettings, scope: string): Promise<void> {
  const { deleteToken, instance } = await messagingOf(settings, scope);
  await deleteToken(instance);
}

/** Browsers reject a subscription while the worker is installing. `navigator.serviceWorker.ready` waits for the page's own worker only. */
function isActive({ active, waiting, installing }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting;
  if (active || !worker) return Promise.resolve();
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve();
    });
  });
}
