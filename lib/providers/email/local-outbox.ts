import { localOutbox } from "@/lib/providers/local-outbox";
import type { EmailProvider, Mail } from "./email-provider";
import { refusedMail } from "./refused-mail";

export const localMailOutbox = (store: (mail: Mail) => Promise<void>): EmailProvider => localOutbox(store, refusedMail);
