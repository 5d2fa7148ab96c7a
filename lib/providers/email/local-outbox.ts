import { localOutbox } from "@/lib/providers/local-outbox";
import type { EmailProvider, Mail } from "./email-provider";
import { headerRefusal } from "./headers";

export const localMailOutbox = (keep: (mail: Mail) => Promise<void>): EmailProvider => localOutbox(keep, headerRefusal);
