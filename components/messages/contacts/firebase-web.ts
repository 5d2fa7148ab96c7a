import type { WebPushSettings } from "@/lib/values/provider-settings";

const WORKER = "/push-worker.js";

/** Each gym has a Firebase project of its own, so its pages have a worker, and with it a subscription, of their own. */
async function messagingOf(settings: WebPushSettings, scope: string) {
  // 25 kB that only whoever turns push messages on has to load.
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

/** Asks the person where they have not answered yet, and throws where they do not want it. */
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

/** Browsers refuse a subscription to a worker that still installs; `navigator.serviceWorker.ready` waits for the page's own. */
function isActive({ active, waiting, installing }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting;
  if (active || !worker) return Promise.resolve();
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve();
    });
  });
}
