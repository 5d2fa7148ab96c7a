import type { Sender } from "@/lib/providers/sender";

export type PushMessage = {
  id: string;
  /** The device's registration token. */
  token: string;
  title: string;
  body: string;
  /** The page that a tap opens. */
  link: string | null;
  data: Record<string, string>;
};

export type PushProvider = Sender<PushMessage>;
