"use client";

import { useCallback, useEffect, useState } from "react";
import { deviceNow } from "@/lib/client/clock";
import type { WebPushSettings } from "@/lib/values/provider-settings";
import { deviceLabel, isDue, type PushState, pushStateOf, readDevice } from "./push-state";

type WebDevice = { kind: "web"; token: string; label: string };

export interface PushRegistrationOptions {
  /** Null if the gym does not send push notifications to browsers. */
  web_push: WebPushSettings | null;
  /** The slug of the gym. */
  organization: string;
  register: (device: WebDevice) => Promise<{ id: string }>;
  remove: (id: string) => Promise<unknown>;
}

export interface PushRegistration {
  /** "unsupported" also if the gym sends none. "denied" can only be changed in the browser settings. */
  state: PushState;
  /** True if the last change failed. */
  has_failed: boolean;
  /** Must be called from a user gesture, because browsers ask for the permission only then. */
  turnOn: () => void;
  turnOff: () => void;
}

/** The push registration of one gym in this browser. The Firebase SDK loads when push is turned on, and weekly to refresh the token. */
export function usePushRegistration({
  web_push,
  organization,
  register,
  remove,
}: PushRegistrationOptions): PushRegistration {
  const [state, setState] = useState<PushState>("working");
  const [has_failed, setFailed] = useState(false);
  const scope = `/me/${organization}/`;
  const key = `fitflow.push.${organization}`;

  const readState = useCallback(() => {
    const has_push = web_push !== null && "serviceWorker" in navigator && "PushManager" in window;
    const permission = "Notification" in window ? Notification.permission : null;
    return pushStateOf({ has_push, permission, device: readDevice(localStorage.getItem(key)) });
  }, [web_push, key]);

  const change = useCallback(
    async (work: (settings: WebPushSettings) => Promise<void>) => {
      if (!web_push) return;
      setState("working");
      setFailed(false);
      try {
        await work(web_push);
      } catch {
        // A denied permission is not an error.
        setFailed(Notification.permission === "granted");
      }
      setState(readState());
    },
    [web_push, readState],
  );

  const refresh = useCallback(
    async (settings: WebPushSettings) => {
      const { webPushToken } = await import("./firebase-web");
      const token = await webPushToken(settings, scope);
      const { id } = await register({ kind: "web", token, label: deviceLabel(navigator.userAgent) });
      localStorage.setItem(key, JSON.stringify({ id, token, checked_at: deviceNow() }));
    },
    [register, scope, key],
  );

  const unregister = useCallback(
    async (settings: WebPushSettings) => {
      const device = readDevice(localStorage.getItem(key));
      if (device) await remove(device.id);
      localStorage.removeItem(key);
      const { forgetWebPush } = await import("./firebase-web");
      await forgetWebPush(settings, scope);
    },
    [remove, scope, key],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once per gym
  useEffect(() => {
    const found = readState();
    const device = readDevice(localStorage.getItem(key));
    setState(found);
    if (found === "on" && device && isDue(device, deviceNow())) void change(refresh);
  }, [key]);

  return { state, has_failed, turnOn: () => void change(refresh), turnOff: () => void change(unregister) };
}
