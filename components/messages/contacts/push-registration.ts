"use client";

import { useCallback, useEffect, useState } from "react";
import { deviceNow } from "@/lib/client/clock";
import type { WebPushSettings } from "@/lib/values/provider-settings";
import { deviceLabel, isDue, type PushState, pushStateOf, readDevice } from "./push-state";

type WebDevice = { kind: "web"; token: string; label: string };

export interface PushRegistrationOptions {
  /** Null where the gym sends no push messages to browsers. */
  web_push: WebPushSettings | null;
  /** Slug of the gym whose pages these are. */
  organization: string;
  register: (device: WebDevice) => Promise<{ id: string }>;
  remove: (id: string) => Promise<unknown>;
}

export interface PushRegistration {
  /** "unsupported" too where the gym sends none; "denied": only the browser's own settings can change it. */
  state: PushState;
  /** Whether the last change went wrong. */
  has_failed: boolean;
  /** To be called by a press: browsers ask for the permission at no other time. */
  turnOn: () => void;
  turnOff: () => void;
}

/** Push messages of one gym in this browser. Firebase's SDK is loaded when they are turned on, and weekly while they are. */
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

  const look = useCallback(() => {
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
        // Whoever answers "no" to the browser's question has not met an error.
        setFailed(Notification.permission === "granted");
      }
      setState(look());
    },
    [web_push, look],
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

  const forget = useCallback(
    async (settings: WebPushSettings) => {
      const device = readDevice(localStorage.getItem(key));
      if (device) await remove(device.id);
      localStorage.removeItem(key);
      const { forgetWebPush } = await import("./firebase-web");
      await forgetWebPush(settings, scope);
    },
    [remove, scope, key],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each gym, whatever functions the page gives
  useEffect(() => {
    const found = look();
    const device = readDevice(localStorage.getItem(key));
    setState(found);
    if (found === "on" && device && isDue(device, deviceNow())) void change(refresh);
  }, [key]);

  return { state, has_failed, turnOn: () => void change(refresh), turnOff: () => void change(forget) };
}
