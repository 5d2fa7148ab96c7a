import { localOutbox } from "@/lib/providers/local-outbox";
import type { PushSettings } from "@/lib/values/provider-settings";
import { firebaseProvider } from "./firebase";
import type { PushMessage, PushProvider } from "./push-provider";

export type { PushProvider } from "./push-provider";

type ProviderOptions = { store: (message: PushMessage) => Promise<void> };

export function openPushProvider(settings: PushSettings, { store }: ProviderOptions): PushProvider {
  return settings.vendor === "local" ? localOutbox(store) : firebaseProvider(settings);
}
