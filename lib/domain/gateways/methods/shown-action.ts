import type { ClientAction } from "@/lib/providers/payments";

type ShownAction = Exclude<ClientAction, { kind: "redirect" }>;

/** What a pay page goes on with. Only subscriptions lead to a page of the gateway. */
export const shownAction = (action: ClientAction | null): ShownAction | null =>
  action?.kind === "redirect" ? null : action;
