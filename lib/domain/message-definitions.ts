import type { MessageKind } from "@/lib/values/notifications";
import { dunningKinds } from "./dunning/kinds";
import { gatewayKinds } from "./gateways/kinds";
import { methodKinds } from "./gateways/methods/message-kinds";
import type { MessageDefinition } from "./message-definition";
import { kinds } from "./messages/kinds";

/**
 * The kinds of messages of all areas, each area's in its `kinds.ts`. Apart from `areas.ts`, because the areas that are listed
 * there write these messages.
 */
export const messageDefinitions: Record<MessageKind, MessageDefinition> = {
  ...kinds,
  ...gatewayKinds,
  ...methodKinds,
  ...dunningKinds,
};
