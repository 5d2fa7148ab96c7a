import type { MessageDefinition } from "@/lib/domain/message-definition";
import { paymentLinkKind } from "./links/message";

/** The kinds of messages that this area sends. */
export const gatewayKinds = { payment_link: paymentLinkKind } satisfies Record<string, MessageDefinition>;
