import { localOutbox } from "@/lib/providers/local-outbox";
import type { EmailProvider, Mail } from "./email-provider";
import { rejectUnsafeHeaders } from "./headers";

export const localMailOutbox = (store: (mail: Mail) => Promise<void>): EmailProvider =>
  localOutbox(store, rejectUnsafeHeaders);
