import { localOutbox } from "@/lib/providers/local-outbox";
import type { PushSettings } from "@/lib/values/provider-settings";
import { firebaseProvider } from "./firebase";
import type { PushMessage, PushProvider } from "./push-provider";

export type { PushProvider } from "./push-provider";

type Place = { keep: (message: PushMessage) => Promise<void> };

export function openPushProvider(settings: PushSettings, { keep }: Place): PushProvider {
  return settings.vendor === "local" ? localOutbox(keep) : firebaseProvider(settings);
}
